package dev.cairn.gateway.wire;

import dev.cairn.model.Failure;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * What has been said on a connection: one request, its body, its answer, and only then the next
 * request. Bytes that come out of turn are dropped unread. Belongs to the connection's event loop.
 */
public final class Conversation {
  private static final AttributeKey<Conversation> KEY = AttributeKey.valueOf("cairn.conversation");

  /** What is read and dropped of a refused request before the connection is closed over it. */
  private static final long DROPPED_AT_MOST = 1 << 20;

  private static final long LINGER_SECONDS = 5;

  private enum Turn {
    /** The client's: a request head. */
    HEAD,
    /** The client's: the body of the request. */
    BODY,
    /** Ours: the request is complete, the answer is not. */
    ANSWER,
    /** Nobody's: the connection is about to be closed. */
    OVER
  }

  /** Gets a body's bytes as they are decoded, and is told when the rest cannot come any more. */
  interface BodyListener {
    void arrived(ByteBuf bytes);

    void broken(Failure failure);
  }

  private final Channel channel;

  /** Null: requests may come as fast as they like. */
  private final Pace pace;

  private Turn turn = Turn.HEAD;
  private String target = "/";
  private Failure refusal;
  private ScheduledFuture<?> lateHead;
  private BodyListener bodyListener;
  private Failure broken;
  private long bodyBytes;
  private long dropped;
  private boolean surplus;
  private boolean framework;
  private boolean inputEnded;
  private boolean last;

  private Conversation(Channel channel, Pace pace) {
    this.channel = channel;
    this.pace = pace;
  }

  static Conversation attach(Channel channel, ConnectionLimits limits) {
    OptionalInt perSecond = limits.requestsPerSecond();
    Pace pace = perSecond.isPresent() ? new Pace(perSecond.getAsInt(), System::nanoTime) : null;
    Conversation conversation = new Conversation(channel, pace);
    channel.attr(KEY).set(conversation);
    return conversation;
  }

  /** The conversation that the request is part of. */
  public static Conversation of(HttpServerRequest request) {
    Channel channel = ((ConnectionBase) request.connection()).channel();
    Conversation conversation = channel.attr(KEY).get();
    if (conversation == null) {
      throw new IllegalStateException("this connection did not come through the data port's door");
    }
    return conversation;
  }

  // --- what the decoder says -----------------------------------------------------------------

  /** Some of a head has come, and must be whole in time: bytes that trickle keep it open else. */
  void headBegun(long millis) {
    if (turn == Turn.HEAD && lateHead == null && millis > 0) {
      lateHead = channel.eventLoop().schedule(this::closeNow, millis, TimeUnit.MILLISECONDS);
    }
  }

  void begin(String rawTarget) {
    turn = Turn.BODY;
    if (lateHead != null) {
      lateHead.cancel(false);
      lateHead = null;
    }
    target = rawTarget;
    refusal = pace == null ? null : pace.refusal();
    bodyListener = null;
    broken = null;
    bodyBytes = 0;
    surplus = false;
    framework = false;
  }

  /** The head cannot be accepted; nothing that follows it can be understood. */
  void refuse(Failure failure) {
    refusal = failure;
    surplus = true;
    turn = Turn.ANSWER;
  }

  void received(int bytes) {
    bodyBytes += bytes;
  }

  /** Gives bytes of a body to who listens; without a listener they are the framework's. */
  boolean takes(ByteBuf bytes) {
    if (bodyListener == null) {
      framework = true;
      return false;
    }
    if (bytes.isReadable()) {
      bodyListener.arrived(bytes);
    }
    return true;
  }

  void bodyComplete() {
    turn = Turn.ANSWER;
  }

  /** What follows of the body cannot be understood. */
  void bodyBroken(Failure failure) {
    surplus = true;
    turn = Turn.ANSWER;
    tellBroken(failure);
  }

  /** The client sends no more. */
  void inputEnded() {
    inputEnded = true;
    if (turn == Turn.BODY) {
      tellBroken(new Failure.ClientGone());
    } else if (turn != Turn.ANSWER) {
      close();
    }
  }

  private void tellBroken(Failure failure) {
    broken = failure;
    BodyListener listener = bodyListener;
    if (listener != null) {
      channel.eventLoop().execute(() -> listener.broken(failure));
    }
  }

  boolean isClientsTurn() {
    return turn == Turn.HEAD || turn == Turn.BODY;
  }

  /** Whether any byte of a request has come whose answer is not complete. */
  boolean isBusy() {
    return turn == Turn.BODY || turn == Turn.ANSWER;
  }

  /** Bytes out of turn. An empty line after a body is what old clients send; it means nothing. */
  void drop(ByteBuf bytes) {
    boolean emptyLine = bytes.readableBytes() <= 2 && isLineEnd(bytes);
    dropped += bytes.readableBytes();
    bytes.skipBytes(bytes.readableBytes());
    surplus |= !emptyLine;
    if (dropped > DROPPED_AT_MOST) {
      close();
    }
  }

  private static boolean isLineEnd(ByteBuf bytes) {
    return bytes.forEachByte(b -> b == '\r' || b == '\n') < 0;
  }

  // --- what the stages ask -------------------------------------------------------------------

  /** The request target as it stood in the request line. */
  public String target() {
    return target;
  }

  /** Why the head cannot be accepted, or not yet; empty for a good one. */
  public Optional<Failure> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Whether the last byte of the request has arrived. */
  boolean isComplete() {
    return turn == Turn.ANSWER;
  }

  /** Whether more than the request has arrived. */
  boolean hasSurplus() {
    return surplus;
  }

  /** Bytes of the body that have arrived, read by somebody or not. */
  public long bodyBytes() {
    return bodyBytes;
  }

  boolean isInputEnded() {
    return inputEnded;
  }

  /** From the first byte on, the body's bytes go to this listener. */
  void listen(BodyListener listener) {
    if (framework) {
      throw new IllegalStateException("the framework has got bytes of this body already");
    }
    bodyListener = listener;
    if (broken != null) {
      tellBroken(broken);
    }
  }

  /**
   * Whether more of the body is wanted now; otherwise the socket stays unread, until it is or until
   * the answer. Of a body that has arrived, or is not this listener's, nothing can be held back.
   */
  void wants(BodyListener listener, boolean more) {
    if (listener == bodyListener && (more || turn == Turn.BODY)) {
      channel.config().setAutoRead(more);
    }
  }

  /** No other request may follow on this connection. */
  public void endAfterAnswer() {
    last = true;
  }

  /** Whether another request may follow on this connection. */
  boolean mayGoOn() {
    return isComplete() && !surplus && !inputEnded && !last;
  }

  /** The last byte of the answer goes out: the next request may come. */
  void answered() {
    if (mayGoOn()) {
      turn = Turn.HEAD;
      dropped = 0;
      channel.config().setAutoRead(true);
    }
  }

  /** The last byte of the answer is out, or cannot be sent. */
  void afterAnswer(boolean goOn) {
    if (!goOn) {
      closeGently();
    }
  }

  /**
   * Closes the connection so that the client gets the answer: a close with unread bytes would be a
   * reset, which takes the answer away from a client that is still writing.
   */
  private void closeGently() {
    turn = Turn.OVER;
    if (inputEnded || !channel.isActive()) {
      close();
      return;
    }
    if (channel instanceof DuplexChannel duplex
        && channel.pipeline().get(SslHandler.class) == null) {
      duplex.shutdownOutput();
    }
    channel.eventLoop().schedule(this::close, LINGER_SECONDS, TimeUnit.SECONDS);
    channel.config().setAutoRead(true);
  }

  /** Closes the connection at once: the client must see that the answer is not whole. */
  void closeNow() {
    turn = Turn.OVER;
    close();
  }

  private void close() {
    if (channel.isActive()) {
      channel.close();
    }
  }
}
