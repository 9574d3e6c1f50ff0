package dev.cairn.core.content;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Slab;
import dev.cairn.model.Failure.BodyTooLong;
import dev.cairn.model.Failure.IncompleteBody;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A body that is held to its declared length, and whose reader is let go at once when the body is
 * abandoned, whatever the sender does. A slab that comes too late is released.
 */
final class GuardedBody implements Body {
  private final Body body;
  private final AtomicReference<UniEmitter<? super Slab>> waiting = new AtomicReference<>();
  private long received;
  private volatile boolean abandoned;

  GuardedBody(Body body) {
    this.body = body;
  }

  @Override
  public OptionalLong declaredLength() {
    return body.declaredLength();
  }

  @Override
  public Uni<Slab> next() {
    return Uni.createFrom().<Slab>emitter(this::pull).invoke(this::measure);
  }

  private void pull(UniEmitter<? super Slab> reader) {
    waiting.set(reader);
    if (abandoned) {
      letGo();
      return;
    }
    body.next()
        .subscribe()
        .with(
            slab -> {
              if (waiting.compareAndSet(reader, null)) {
                reader.complete(slab);
              } else if (slab != null) {
                slab.release();
              }
            },
            failure -> {
              if (waiting.compareAndSet(reader, null)) {
                reader.fail(failure);
              }
            });
  }

  private void measure(Slab slab) {
    received += slab == null ? 0 : slab.size();
    long declared = declaredLength().orElse(received);
    if (received > declared) {
      slab.release();
      throw new BodyTooLong(declared).exception();
    }
    if (slab == null && received < declared) {
      throw new IncompleteBody(declared, received).exception();
    }
  }

  @Override
  public Claims claims() {
    return body.claims();
  }

  /** Number of bytes so far. */
  long received() {
    return received;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  @Override
  public void abandon() {
    abandoned = true;
    body.abandon();
    letGo();
  }

  private void letGo() {
    UniEmitter<? super Slab> reader = waiting.getAndSet(null);
    if (reader != null) {
      reader.fail(new CancellationException("the body was abandoned"));
    }
  }
}
