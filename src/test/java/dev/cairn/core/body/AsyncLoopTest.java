package dev.cairn.core.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AsyncLoopTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicInteger steps = new AtomicInteger();

  @Test
  void repeatsStepsThatCompleteAtOnceOnAShortStack() {
    // Given
    Uni<Void> loop =
        AsyncLoop.repeatWhile(
            () -> Uni.createFrom().item(() -> steps.incrementAndGet() < 1_000_000));

    // When
    loop.await().atMost(PATIENCE);

    // Then
    assertThat(steps).hasValue(1_000_000);
  }

  @Test
  void repeatsStepsThatCompleteOnOtherThreads() {
    // Given
    Uni<Void> loop =
        AsyncLoop.repeatWhile(
            () ->
                Uni.createFrom()
                    .item(() -> steps.incrementAndGet() < 10_000)
                    .runSubscriptionOn(Infrastructure.getDefaultExecutor()));

    // When
    loop.await().atMost(PATIENCE);

    // Then
    assertThat(steps).hasValue(10_000);
  }

  @Test
  void failsWithItsStep() {
    Uni<Void> failing =
        AsyncLoop.repeatWhile(
            () ->
                steps.incrementAndGet() < 3
                    ? Uni.createFrom().item(true)
                    : Uni.createFrom().failure(new IllegalStateException("third")));
    assertThatThrownBy(() -> failing.await().atMost(PATIENCE)).hasMessage("third");

    Uni<Void> throwing =
        AsyncLoop.repeatWhile(
            () -> {
              throw new IllegalStateException("at once");
            });
    assertThatThrownBy(() -> throwing.await().atMost(PATIENCE)).hasMessage("at once");
  }
}
