package dev.cairn.boot;

import dev.cairn.core.content.CallerContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Brings results back to the Vert.x context that asked for them, duplicated contexts included. */
final class VertxCallerContext implements CallerContext {
  @Override
  public Executor capture() {
    Context caller = Vertx.currentContext();
    return caller == null ? Runnable::run : task -> goOn(caller, task);
  }

  private static void goOn(Context caller, Runnable task) {
    if (Vertx.currentContext() == caller) {
      task.run();
    } else {
      caller.runOnContext(here -> task.run());
    }
  }
}
