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

  private final HttpServerOptions options;
  private final ConnectionLimits limits;

  private DoorInstaller(HttpServerOptions options, ConnectionLimits limits) {
    this.options = options;
    this.limits = limits;
  }

  static void install(Channel channel, HttpServerOptions options, ConnectionLimits limits) {
    ChannelPipeline pipeline = channel.pipeline();
    if (pipeline.get(DECODER) != null) {
      rebuild(pipeline, options, limits);
    } else if (pipeline.get(TLS) != null) {
      pipeline.addAfter(TLS, "door", new DoorInstaller(options, limits));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    rebuild(ctx.pipeline(), options, limits);
    ctx.fireChannelRead(bytes);
    ctx.pipeline().remove(this);
  }

  private static void rebuild(
      ChannelPipeline pipeline, HttpServerOptions options, ConnectionLimits limits) {
    Conversation conversation = Conversation.attach(pipeline.channel(), limits);
    pipeline.replace(DECODER, DECODER, new DoorDecoder(conversation, options));
    pipeline.addBefore("handler", "guard", new AnswerGuard(conversation));
    pipeline.addBefore("handler", "tap", new BodyTap(conversation));
  }
}
