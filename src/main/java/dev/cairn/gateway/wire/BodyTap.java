package dev.cairn.gateway.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Leads the bytes of bodies past the framework, to whoever of ours listens to the conversation: the
 * framework would copy each piece to the heap. It still learns where a body ends.
 */
final class BodyTap extends ChannelInboundHandlerAdapter {
  private final Conversation conversation;

  BodyTap(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!(message instanceof HttpContent content) || !conversation.takes(content.content())) {
      ctx.fireChannelRead(message);
      return;
    }
    boolean last = content instanceof LastHttpContent;
    content.release();
    if (last) {
      ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }
}
