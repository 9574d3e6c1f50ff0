package dev.cairn.protocol;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Slab;
import dev.cairn.model.Failure;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;

/**
 * A body of at most so many bytes. One that declares more fails before anything is read of it, one
 * that turns out to have more fails there: {@link Failure.EntityTooLarge}.
 */
public final class LimitedBody implements Body {
  private final Body body;
  private final long limit;
  private long received;

  public LimitedBody(Body body, long limit) {
    this.body = body;
    this.limit = limit;
  }

  @Override
  public OptionalLong declaredLength() {
    return body.declaredLength();
  }

  @Override
  public Uni<Slab> next() {
    long declared = body.declaredLength().orElse(0);
    return declared > limit
        ? Uni.createFrom().failure(() -> tooLarge(declared))
        : body.next().map(this::count);
  }

  private Slab count(Slab slab) {
    if (slab == null) {
      return null;
    }
    received += slab.size();
    if (received > limit) {
      slab.release();
      throw tooLarge(received);
    }
    return slab;
  }

  private RuntimeException tooLarge(long size) {
    return new Failure.EntityTooLarge(size, limit).exception();
  }

  @Override
  public Claims claims() {
    return body.claims();
  }

  @Override
  public void abandon() {
    body.abandon();
  }
}
