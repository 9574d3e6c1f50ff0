package dev.cairn.gateway.wire;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/**
 * The event loop and context of one request: runs at once what is on it already, and brings there
 * what is not. A worker thread may carry the same context, so the thread counts too.
 */
public record EventLoop(Context context) implements Executor {
  public static EventLoop current() {
    return new EventLoop(Vertx.currentContext());
  }

  @Override
  public void execute(Runnable task) {
    if (Context.isOnEventLoopThread() && Vertx.currentContext() == context) {
      task.run();
    } else {
      context.runOnContext(nothing -> task.run());
    }
  }

  /** Does what takes its time on a worker thread, and comes back with the result. */
  public <T> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
  }
}
