package dev.cairn.gateway.wire;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Slab;
import dev.cairn.core.body.SlabPool;
import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.model.Failure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * The bytes after a request head, copied into slabs as they are pulled. Between two pulls the
 * request is paused, and with it, once some network buffers wait, the socket. A client that expects
 * {@code 100 Continue} gets it with the first pull, not before.
 */
public final class HttpBody implements Body {
  private final HttpServerRequest request;
  private final Conversation conversation;
  private final EventLoop loop;
  private final OptionalLong declared;
  private final Duration patience;
  private final SlabPool pool;

  // All that follows belongs to the event loop of the request.
  private final Deque<ByteBuffer> waitingBytes = new ArrayDeque<>();
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
   * To be made before the request's first byte is handled: pauses it.
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
    conversation.listen(this::onBroken);
    if (request.isEnded()) {
      ended = true;
    } else {
      request.pause();
      request.exceptionHandler(e -> fail(new Failure.ClientGone().exception()));
      request.handler(this::onBytes);
      request.endHandler(nothing -> onEnd());
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
    loop.execute(() -> fail(new IllegalStateException("the body was abandoned")));
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
    return allArrived && waitingBytes.isEmpty();
  }

  private void finish() {
    closeLease();
    if (conversation.hasSurplus() && !surplusDropped) {
      fail(new Failure.BodyTooLong(declared.orElse(received)).exception());
      return;
    }
    settle(null);
    if (!ended) {
      request.resume(); // only its end is to come
    }
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
      request.resume();
    }
  }

  private void onBytes(Buffer buffer) {
    received += buffer.length();
    lastArrival = System.nanoTime();
    if (failure == null) {
      waitingBytes.add(buffer.getByteBuf().nioBuffer());
      if (filling != null) {
        copy();
      }
    }
  }

  /** Fills the slab with what has arrived. Whether that was enough to hand it over. */
  private boolean copy() {
    while (filling.room() > 0 && !waitingBytes.isEmpty()) {
      ByteBuffer bytes = waitingBytes.peek();
      int count = Math.min(bytes.remaining(), filling.room());
      filling.append(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
      if (!bytes.hasRemaining()) {
        waitingBytes.poll();
      }
    }
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
    request.pause();
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

  private void onBroken(Failure broken) {
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
    waitingBytes.clear();
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
