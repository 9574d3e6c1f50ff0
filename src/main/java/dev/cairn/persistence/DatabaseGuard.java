package dev.cairn.persistence;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * What stands between the catalogs and a database in trouble. Work that failed and left nothing
 * behind is done once more, a little later each time; when most of the latest work met trouble,
 * what comes is refused at once for a moment; and only so much is let in as may sensibly wait. Time
 * limits are not among its layers: {@link DatabasePool} has them.
 */
final class DatabaseGuard {
  private static final int MOST_RETRIES = 5;
  private static final int FIRST_PAUSE_MILLIS = 5;
  private static final int LONGEST_PAUSE_MILLIS = 200;

  private static final int LEAST_PATIENCE_MILLIS = 1000;

  /** Of so many calls half must meet trouble before those that follow are refused. */
  private static final int BREAKER_VOLUME = 20;

  private static final int BREAKER_PAUSE_MILLIS = 1000;
  private static final int PAUSE_BETWEEN_QUESTIONS_MILLIS = 100;

  private final Guard work;
  private final Guard questions;

  DatabaseGuard(DatabaseSettings settings) {
    long patience = Math.max(LEAST_PATIENCE_MILLIS, settings.acquireTimeout().toMillis());
    work =
        Guard.create()
            .withDescription("database")
            .withRetry()
            .maxRetries(MOST_RETRIES)
            // What took long is not worth another wait.
            .maxDuration(patience, ChronoUnit.MILLIS)
            .delay(FIRST_PAUSE_MILLIS, ChronoUnit.MILLIS)
            .jitter(0, ChronoUnit.MILLIS)
            .withExponentialBackoff()
            .factor(2)
            .maxDelay(LONGEST_PAUSE_MILLIS, ChronoUnit.MILLIS)
            .done()
            .whenException(LeftNothingException.class::isInstance)
            .done()
            .withCircuitBreaker()
            .requestVolumeThreshold(BREAKER_VOLUME)
            .failureRatio(0.5)
            .delay(BREAKER_PAUSE_MILLIS, ChronoUnit.MILLIS)
            .when(DatabaseFailures::isTrouble)
            .done()
            .withBulkhead()
            .limit(settings.connections() + settings.waiting())
            .queueSize(1)
            .done()
            .build();
    questions =
        Guard.create()
            .withDescription("database, afterwards")
            .withRetry()
            .maxRetries(-1)
            .maxDuration(patience, ChronoUnit.MILLIS)
            .delay(PAUSE_BETWEEN_QUESTIONS_MILLIS, ChronoUnit.MILLIS)
            .jitter(0, ChronoUnit.MILLIS)
            .done()
            .withTimeout()
            .duration(2 * patience, ChronoUnit.MILLIS)
            .done()
            .build();
  }

  /** Does work; it is called again when it fails with {@link LeftNothingException}. */
  <T> Uni<T> work(Supplier<Uni<T>> work) {
    return call(this.work, work);
  }

  /**
   * Asks what became of work whose outcome is not known: beside all other work, again and again for
   * about as long as a connection may be waited for.
   */
  <T> Uni<T> question(Supplier<Uni<T>> question) {
    return call(questions, question);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // What the guard is told is only that it is a Uni.
  private static <T> Uni<T> call(Guard guard, Supplier<Uni<T>> work) {
    return guard.get((Supplier) work, Uni.class);
  }
}
