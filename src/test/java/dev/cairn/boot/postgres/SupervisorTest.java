package dev.cairn.boot.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SupervisorTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicBoolean runs = new AtomicBoolean(true);
  private final AtomicInteger starts = new AtomicInteger();

  @Test
  void startsOnlyWhatHasEnded() {
    try (Supervisor supervisor = Supervisor.of(runs::get, this::start)) {
      await().during(Duration.ofMillis(1500)).until(() -> starts.get() == 0);

      runs.set(false);

      await().atMost(PATIENCE).until(runs::get);
      assertThat(starts).hasValue(1);
    }
  }

  @Test
  void triesAgainUntilItStarts() {
    runs.set(false);
    try (Supervisor supervisor = Supervisor.of(runs::get, this::startAtTheThirdTime)) {
      await().atMost(PATIENCE).until(runs::get);
    }
    assertThat(starts).hasValue(3);
  }

  @Test
  void waitsForTheStartThatIsUnderWay() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    runs.set(false);
    Supervisor supervisor =
        Supervisor.of(
            runs::get,
            () -> {
              begun.countDown();
              await().pollDelay(Duration.ofMillis(500)).until(() -> true);
              start();
            });
    begun.await();

    supervisor.close();

    assertThat(starts).hasValue(1);
  }

  @Test
  void startsNothingAfterItsEnd() {
    Supervisor.of(runs::get, this::start).close();

    runs.set(false);

    await().during(Duration.ofMillis(1500)).until(() -> starts.get() == 0);
  }

  private void start() {
    starts.incrementAndGet();
    runs.set(true);
  }

  private void startAtTheThirdTime() {
    if (starts.incrementAndGet() < 3) {
      throw new PostgresException("not yet");
    }
    runs.set(true);
  }
}
