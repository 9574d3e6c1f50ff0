package dev.cairn.boot;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Runs asynchronous work where the database's clients want it: on an event loop, in its own
 * context.
 */
final class VertxTurn {

  private final Vertx vertx;

  VertxTurn(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Starts the work on an event loop; its result comes from there. */
  <T> Uni<T> run(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Context turn = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
              VertxContextSafetyToggle.setContextSafe(turn, true);
              turn.runOnContext(
                  ignored -> {
                    try {
                      work.get().subscribe().with(emitter::complete, emitter::fail);
                    } catch (RuntimeException e) {
                      emitter.fail(e);
                    }
                  });
            });
  }

  /** Waits for the work; never to be called on an event loop. */
  <T> T await(Supplier<Uni<T>> work, Duration longest) {
    return run(work).await().atMost(longest);
  }
}
