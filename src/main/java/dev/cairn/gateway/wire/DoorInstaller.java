package dev.cairn.gateway.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpServerOptions;

/**
 * Puts the door into a connection's pipeline: at once where Vert.x has built it, and after the TLS
 * handshake, when Vert.x builds it, with the first bytes that come out of it.
 */
final class DoorInstaller extends ChannelInboundHandlerAdapter {
  private static final String TLS = "ssl";
  private static final String DECODER = "httpDecoder";

  private final HttpServerOptions limits;

  private DoorInstaller(HttpServerOptions limits) {
    this.limits = limits;
  }

  static void install(Channel channel, HttpServerOptions limits) {
    ChannelPipeline pipeline = channel.pipeline();
    if (pipeline.get(DECODER) != null) {
      rebuild(pipeline, limits);
    } else if (pipeline.get(TLS) != null) {
      pipeline.addAfter(TLS, "door", new DoorInstaller(limits));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    rebuild(ctx.pipeline(), limits);
    ctx.fireChannelRead(bytes);
    ctx.pipeline().remove(this);
  }

  private static void rebuild(ChannelPipeline pipeline, HttpServerOptions limits) {
    Conversation conversation = Conversation.attach(pipeline.channel());
    pipeline.replace(DECODER, DECODER, new DoorDecoder(conversation, limits));
    pipeline.addBefore("handler", "guard", new AnswerGuard(conversation));
    pipeline.addBefore("handler", "tap", new BodyTap(conversation));
  }
}
