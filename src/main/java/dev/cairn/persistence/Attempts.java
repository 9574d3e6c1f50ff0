package dev.cairn.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Predicate;

/** Does what failed once more, a little later each time. */
final class Attempts {
  private static final int MOST = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(5);

  private Attempts() {}

  /**
   * The result, of a further attempt while it fails in such a way. A failure leaves as what {@link
   * DatabaseFailures} says it is.
   */
  static <T> Uni<T> of(Uni<T> attempt, Predicate<Throwable> again) {
    return of(attempt, again, MOST - 1, FIRST_PAUSE)
        .onFailure()
        .transform(DatabaseFailures::translate);
  }

  private static <T> Uni<T> of(
      Uni<T> attempt, Predicate<Throwable> again, int left, Duration pause) {
    return attempt
        .onFailure(e -> left > 0 && again.test(e))
        .recoverWithUni(
            () -> pause(pause).chain(() -> of(attempt, again, left - 1, pause.multipliedBy(2))));
  }

  // The pause lets the pool notice which connections are closed. It ends on the context that it
  // began on, which a request must not leave.
  private static Uni<Void> pause(Duration pause) {
    Context context = Vertx.currentContext();
    return context == null
        ? Uni.createFrom().voidItem().onItem().delayIt().by(pause)
        : Uni.createFrom()
            .emitter(
                emitter ->
                    context.owner().setTimer(pause.toMillis(), timer -> emitter.complete(null)));
  }
}
