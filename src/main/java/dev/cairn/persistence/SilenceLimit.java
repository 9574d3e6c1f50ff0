package dev.cairn.persistence;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.impl.command.CommandResponse;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose server owes an answer for too long. It stands in the connection's
 * pipeline, because nothing that the client offers does this: its own timeouts end a connection by
 * saying goodbye and waiting for the other side, which hangs.
 */
final class SilenceLimit extends ChannelDuplexHandler {
  /** The client's own handler, which commands come from and answers go to. */
  private static final String CLIENT = "handler";

  private static final int CHECKS_PER_LIMIT = 4;

  private final long nanos;
  private int owed;
  private long since;
  private Future<?> checks;

  private SilenceLimit(Duration limit) {
    this.nanos = limit.toNanos();
  }

  /** Watches a new connection; called on its event loop. */
  static void watch(SqlConnection connection, Duration limit) {
    SocketConnectionBase socket =
        (SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap().unwrap();
    ChannelPipeline pipeline = socket.socket().channelHandlerContext().pipeline();
    pipeline.addBefore(CLIENT, "silence", new SilenceLimit(limit));
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    long pause = nanos / CHECKS_PER_LIMIT;
    checks =
        context
            .executor()
            .scheduleWithFixedDelay(() -> check(context), pause, pause, TimeUnit.NANOSECONDS);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    checks.cancel(false);
  }

  @Override
  public void write(ChannelHandlerContext context, Object command, ChannelPromise promise) {
    if (owed++ == 0) {
      since = System.nanoTime();
    }
    context.write(command, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof CommandResponse) {
      owed--;
      since = System.nanoTime();
    }
    context.fireChannelRead(message);
  }

  // From the far end of the pipeline, past those who would be polite.
  private void check(ChannelHandlerContext context) {
    if (owed > 0 && System.nanoTime() - since > nanos) {
      context.pipeline().firstContext().close();
    }
  }
}
