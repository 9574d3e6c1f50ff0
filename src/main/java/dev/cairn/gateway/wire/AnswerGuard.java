package dev.cairn.gateway.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;

/**
 * Sees the answers of a connection, whoever writes them: with the end of one it is the client's
 * turn again, or the connection is closed. And it keeps a silent connection while a request is
 * being worked on (a large copy says nothing for minutes); one whose client does not take the bytes
 * that wait for it is closed like any idle one.
 */
final class AnswerGuard extends ChannelDuplexHandler {
  private static final long UNKNOWN = -1;

  private final Conversation conversation;

  /** Bytes of the message on its way that the client had taken when the connection was idle. */
  private long progress = UNKNOWN;

  AnswerGuard(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    progress = UNKNOWN;
    if (message instanceof LastHttpContent && !isInterim(message)) {
      boolean goOn = conversation.mayGoOn();
      conversation.answered();
      ctx.write(message, promise.unvoid().addListener(written -> conversation.afterAnswer(goOn)));
    } else {
      ctx.write(message, promise);
    }
  }

  private static boolean isInterim(Object message) {
    return message instanceof FullHttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof IdleStateEvent && conversation.isBusy() && moves(ctx)) {
      return;
    }
    ctx.fireUserEventTriggered(event);
  }

  /** Whether nothing waits for the client, or it has taken some of it since this was last asked. */
  private boolean moves(ChannelHandlerContext ctx) {
    ChannelOutboundBuffer waiting = ctx.channel().unsafe().outboundBuffer();
    if (waiting == null || waiting.isEmpty()) {
      return true;
    }
    long before = progress;
    progress = waiting.currentProgress();
    return progress != before;
  }
}
