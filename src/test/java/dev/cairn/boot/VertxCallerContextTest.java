package dev.cairn.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VertxCallerContextTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void goesOnWhereItWasCaptured() throws Exception {
    // Given
    Context context = vertx.getOrCreateContext();
    CompletableFuture<Executor> captured = new CompletableFuture<>();
    context.runOnContext(here -> captured.complete(new VertxCallerContext().capture()));
    CompletableFuture<Context> continued = new CompletableFuture<>();

    // When
    captured.get(30, TimeUnit.SECONDS).execute(() -> continued.complete(Vertx.currentContext()));

    // Then
    assertThat(continued.get(30, TimeUnit.SECONDS)).isSameAs(context);
  }

  @Test
  void goesOnAtOnceWhereItIsAlready() throws Exception {
    // Given
    CompletableFuture<Boolean> atOnce = new CompletableFuture<>();

    // When
    vertx
        .getOrCreateContext()
        .runOnContext(
            here -> {
              boolean[] ran = new boolean[1];
              new VertxCallerContext().capture().execute(() -> ran[0] = true);
              atOnce.complete(ran[0]);
            });

    // Then
    assertThat(atOnce.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void goesOnAnywhereOutsideOfVertx() {
    boolean[] ran = new boolean[1];
    new VertxCallerContext().capture().execute(() -> ran[0] = true);
    assertThat(ran[0]).isTrue();
  }
}
