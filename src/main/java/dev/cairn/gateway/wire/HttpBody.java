package dev.cairn.gateway.wire;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Slab;
import dev.cairn.core.body.SlabPool;
import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.model.Failure;
import io.netty.buffer.ByteBuf;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The bytes after a request head, copied into slabs as they are pulled, straight from the decoder:
 * the framework, which would copy each piece to the heap first, sees none of them. Between two
 * pulls the socket is not read once bytes wait. A client that expects {@code 100 Continue} gets it
 * with the first pull, not before.
 */
public final class HttpBody implements Body, Conversation.BodyListener {
  /** What whoever still waits gets. Every request abandons its body in the end, so no stack. */
  private static final RuntimeException ABANDONED =
      new RuntimeException("the body was abandoned", null, false, false) {};

  private final HttpServerRequest request;
  private final Conversation conversation;
  private final EventLoop loop;
  private final OptionalLong declared;
  private final Duration patience;
  private final SlabPool pool;

  // All that follows belongs to the event loop of the request.
  private final Arrivals arrivals = new Arrivals();
  private SlabPool.Lease lease;
  private FillableSlab filling;
  private UniEmitter<? super Slab> waiting;
  private Throwable failure;
  private boolean continueOwed;
  private boolean surplusDropped;
  private boolean ended;
  private long received;
  private long lastArrival;
  private long timer = -1;

  /**
   * To be made before the first byte of the body arrives: while the request's head is handled.
   *
   * @param declared empty for a chunked body; 0 for none
   * @param patience how long a pull waits without a single byte
   */
  public HttpBody(
      HttpServerRequest request,
      Conversation conversation,
      OptionalLong declared,
      Duration patience,
      SlabPool pool) {
    this.request = request;
    this.conversation = conversation;
    this.loop = EventLoop.current();
    this.declared = declared;
    this.patience = patience;
    this.pool = pool;
    this.continueOwed = "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    conversation.listen(this);
    if (request.isEnded()) {
      ended = true;
    } else {
      request.exceptionHandler(e -> fail(new Failure.ClientGone().exception()));
      request.endHandler(nothing -> onEnd());
      request.resume(); // its end is all that comes here, and must not wait
    }
  }

  /** Bytes beyond the declared length are to be dropped, and the body ends before them. */
  public void dropSurplus() {
    loop.execute(() -> surplusDropped = true);
  }

  @Override
  public OptionalLong declaredLength() {
    return declared;
  }

  @Override
  public Claims claims() {
    return Claims.NONE;
  }

  @Override
  public Uni<Slab> next() {
    return Uni.createFrom().emitter(emitter -> loop.execute(() -> pull(emitter)));
  }

  /** Frees what is held, and drops what is still to come. */
  @Override
  public void abandon() {
    loop.execute(() -> fail(ABANDONED));
  }

  private void pull(UniEmitter<? super Slab> emitter) {
    waiting = emitter;
    if (failure != null) {
      settleWithFailure();
    } else if (isAtEnd()) {
      finish();
    } else {
      if (lease == null) {
        lease = pool.open(declared);
      }
      lease
          .acquire()
          .subscribe()
          .with(slab -> loop.execute(() -> fill(slab)), e -> loop.execute(() -> fail(e)));
    }
  }

  private boolean isAtEnd() {
    boolean allArrived = ended || (declared.isPresent() && received == declared.getAsLong());
    return allArrived && arrivals.isEmpty();
  }

  private void finish() {
    closeLease();
    if (conversation.hasSurplus() && !surplusDropped) {
      fail(new Failure.BodyTooLong(declared.orElse(received)).exception());
      return;
    }
    settle(null);
  }

  private void fill(FillableSlab slab) {
    if (waiting == null) {
      slab.release();
      return;
    }
    filling = slab;
    if (continueOwed) {
      continueOwed = false;
      request.response().writeContinue();
    }
    if (!copy()) {
      lastArrival = System.nanoTime();
      watch(patience.toMillis());
    }
    readOrHold();
  }

  @Override
  public void arrived(ByteBuf bytes) {
    received += bytes.readableBytes();
    lastArrival = System.nanoTime();
    if (failure == null) {
      arrivals.add(bytes);
      if (filling != null) {
        copy();
      }
      readOrHold();
    }
  }

  /** The socket is read while nothing waits, so what waits is never more than one read of it. */
  private void readOrHold() {
    if (failure == null) {
      conversation.wants(this, arrivals.isEmpty());
    }
  }

  /** Fills the slab with what has arrived. Whether that was enough to hand it over. */
  private boolean copy() {
    arrivals.moveInto(filling);
    boolean enough = filling.room() == 0 || isAtEnd();
    if (enough) {
      handOver();
    }
    return enough;
  }

  private void onEnd() {
    ended = true;
    if (filling != null && isAtEnd()) {
      handOver();
    }
  }

  /** Gives the slab to who waits for it, full or the last; an empty one tells that this was all. */
  private void handOver() {
    stopWatch();
    FillableSlab full = filling;
    filling = null;
    if (full.size() == 0) {
      full.release();
      finish();
    } else {
      settle(full);
    }
  }

  @Override
  public void broken(Failure broken) {
    boolean cutShort = broken instanceof Failure.ClientGone;
    fail(
        (cutShort ? new Failure.IncompleteBody(declared.orElse(received), received) : broken)
            .exception());
  }

  private void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
    stopWatch();
    arrivals.clear();
    conversation.wants(this, false);
    if (filling != null) {
      filling.release();
      filling = null;
    }
    closeLease();
    if (waiting != null) {
      settleWithFailure();
    }
  }

  private void settle(Slab slab) {
    UniEmitter<? super Slab> emitter = waiting;
    waiting = null;
    emitter.complete(slab);
  }

  private void settleWithFailure() {
    UniEmitter<? super Slab> emitter = waiting;
    waiting = null;
    emitter.fail(failure);
  }

  private void closeLease() {
    if (lease != null) {
      lease.close();
    }
  }

  private void watch(long millis) {
    timer = loop.context().owner().setTimer(Math.max(1, millis), fired -> onSilence());
  }

  private void onSilence() {
    timer = -1;
    long left = patience.toMillis() - (System.nanoTime() - lastArrival) / 1_000_000;
    if (filling != null && left > 0) {
      watch(left);
    } else if (filling != null) {
      fail(new Failure.BodyTimeout(patience).exception());
    }
  }

  private void stopWatch() {
    if (timer >= 0) {
      loop.context().owner().cancelTimer(timer);
      timer = -1;
    }
  }
}
