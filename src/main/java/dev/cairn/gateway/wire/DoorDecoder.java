package dev.cairn.gateway.wire;

import dev.cairn.model.Failure;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.List;
import java.util.Optional;

/**
 * Reads requests off a connection, one at a time. Three things differ from the decoder whose place
 * it takes: the target is kept as it came and replaced by one that no framework stumbles over; a
 * head that cannot be accepted becomes a request that the stages refuse in the dialect's words,
 * with a request id; and bytes beyond a request are never read as another one before the answer.
 */
final class DoorDecoder extends VertxHttpRequestDecoder {
  private final Conversation conversation;
  private final HeadRules rules;
  private final long headMillis;

  DoorDecoder(Conversation conversation, HttpServerOptions limits) {
    super(limits);
    this.headMillis = limits.getIdleTimeoutUnit().toMillis(limits.getIdleTimeout());
    this.conversation = conversation;
    this.rules = new HeadRules(limits.getMaxHeaderSize());
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    if (conversation.isClientsTurn()) {
      int first = out.size();
      super.decode(ctx, in, out);
      examine(out, first);
      conversation.headBegun(headMillis);
    }
    if (!conversation.isClientsTurn() && in.isReadable()) {
      conversation.drop(in);
    }
  }

  @Override
  protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
      throws Exception {
    int first = out.size();
    super.decodeLast(ctx, in, out);
    dropFrom(out, first); // the connection ends within a head or a body
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
    super.userEventTriggered(ctx, event);
    if (event instanceof ChannelInputShutdownEvent) {
      conversation.inputEnded();
    }
  }

  private void examine(List<Object> out, int first) {
    for (int i = first; i < out.size(); i++) {
      if (out.get(i) instanceof HttpRequest request) {
        conversation.begin(request.uri());
        Optional<Failure> refusal = rules.refusalOf(request);
        if (refusal.isPresent()) {
          refuse(out, i, request, refusal.get());
          return;
        }
        request.setUri(rules.routable(request.uri()));
      } else if (out.get(i) instanceof HttpContent content) {
        if (content.decoderResult().isFailure()) {
          dropFrom(out, i);
          conversation.bodyBroken(
              new Failure.InvalidRequest("The chunked transfer encoding cannot be read."));
          return;
        }
        conversation.received(content.content().readableBytes());
        if (content instanceof LastHttpContent) {
          conversation.bodyComplete();
        }
      }
    }
  }

  /** Puts a harmless request without a body in the place of one that cannot be accepted. */
  private void refuse(List<Object> out, int at, HttpRequest request, Failure failure) {
    conversation.refuse(failure);
    dropFrom(out, at);
    out.add(rules.standIn(request));
    out.add(LastHttpContent.EMPTY_LAST_CONTENT);
  }

  private static void dropFrom(List<Object> out, int first) {
    for (int i = out.size() - 1; i >= first; i--) {
      ReferenceCountUtil.release(out.remove(i));
    }
  }

  @Override
  protected HttpMessage createInvalidMessage() {
    return new DefaultHttpRequest(
        HttpVersion.HTTP_1_1, HttpMethod.GET, "/", HeadersMultiMap.httpHeaders());
  }

  /** Two lengths are two readings of where the body ends: the way requests are smuggled. */
  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
  }
}
