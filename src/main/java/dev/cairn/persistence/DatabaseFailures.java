package dev.cairn.persistence;

import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * What the database's errors mean. The one place that knows SQLSTATEs; what only one statement can
 * explain (which row is missing, say) is asked for with {@link #isForeignKeyViolation} by whoever
 * runs it.
 */
final class DatabaseFailures {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final String WHAT = "database";

  private static final String FOREIGN_KEY_VIOLATION = "23503";
  private static final String DISK_FULL = "53100";
  private static final String READ_ONLY_TRANSACTION = "25006";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String TOO_MANY_CONNECTIONS = "53300";
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

  /** Connection trouble; resources short; the operator, starting or stopping the server, say. */
  private static final Set<String> CLASSES_THAT_PASS = Set.of("08", "53", "57", "40");

  private DatabaseFailures() {}

  /** The statement lost against another one (serialization, deadlock) and left nothing behind. */
  static boolean isConflict(Throwable thrown) {
    return sqlState(thrown).filter(CONFLICTS::contains).isPresent();
  }

  /** There was none, or it broke before or after the statement took effect. */
  private static boolean isLostConnection(Throwable thrown) {
    return caused(thrown, ClosedConnectionException.class).isPresent()
        || caused(thrown, IOException.class).isPresent()
        || isNeverSent(thrown)
        || sqlState(thrown).filter(state -> state.startsWith("57P")).isPresent();
  }

  /** The connection broke when the statement was on its way: it may have taken effect. */
  static boolean isLostAnswer(Throwable thrown) {
    return isLostConnection(thrown) && !isNeverSent(thrown);
  }

  /** What left nothing behind, and failed like this, may well succeed a moment later. */
  static boolean isWorthAnotherAttempt(Throwable thrown) {
    return isConflict(thrown)
        || isLostConnection(thrown)
        || sqlState(thrown).filter(TOO_MANY_CONNECTIONS::equals).isPresent();
  }

  /** The database is in trouble, not what it was told to do. */
  static boolean isTrouble(Throwable thrown) {
    return isLostConnection(thrown)
        || isWithoutConnection(thrown)
        || sqlState(thrown)
            .filter(state -> state.startsWith("08") || state.startsWith("53"))
            .filter(state -> !state.equals(DISK_FULL))
            .isPresent();
  }

  static boolean isForeignKeyViolation(Throwable thrown) {
    return sqlState(thrown).filter(FOREIGN_KEY_VIOLATION::equals).isPresent();
  }

  /** The failure that it is, or itself where it is nothing that could be foreseen. */
  static Throwable translate(Throwable thrown) {
    if (thrown instanceof FailureException) {
      return thrown;
    }
    Optional<FailureException> carried = caused(thrown, FailureException.class);
    if (carried.isPresent()) {
      return carried.get();
    }
    return failure(thrown)
        .<Throwable>map(failure -> new FailureException(failure, thrown))
        .orElse(thrown);
  }

  private static Optional<Failure> failure(Throwable thrown) {
    Optional<String> state = sqlState(thrown);
    if (state.isPresent()) {
      return state.flatMap(DatabaseFailures::ofState);
    }
    boolean passes =
        isLostConnection(thrown)
            || caused(thrown, FaultToleranceException.class).isPresent()
            || isWithoutConnection(thrown);
    return passes ? Optional.of(unavailable()) : Optional.empty();
  }

  private static Optional<Failure> ofState(String state) {
    if (state.equals(DISK_FULL)) {
      return Optional.of(new Failure.NoSpace());
    }
    boolean passes =
        state.equals(READ_ONLY_TRANSACTION)
            || state.equals(LOCK_NOT_AVAILABLE)
            || CLASSES_THAT_PASS.contains(state.substring(0, 2));
    return passes ? Optional.of(unavailable()) : Optional.empty();
  }

  static Failure unavailable() {
    return new Failure.Unavailable(WHAT, RETRY_AFTER);
  }

  // A connection that proves closed before anything is written to it says so in a message only.
  private static boolean isNeverSent(Throwable thrown) {
    return cause(thrown, e -> messageStartsWith(e, "Connection is not active now")).isPresent()
        || cause(thrown, e -> messageStartsWith(e, "Pending requests failed")).isPresent();
  }

  /** No connection became free in time, or too many wait for one. */
  private static boolean isWithoutConnection(Throwable thrown) {
    return caused(thrown, TimeoutException.class).isPresent()
        || caused(thrown, ConnectionPoolTooBusyException.class).isPresent();
  }

  private static boolean messageStartsWith(Throwable thrown, String begin) {
    return thrown.getMessage() != null && thrown.getMessage().startsWith(begin);
  }

  // Hibernate turns the client's exception into JDBC's.
  private static Optional<String> sqlState(Throwable thrown) {
    return caused(thrown, PgException.class)
        .map(PgException::getSqlState)
        .or(() -> caused(thrown, SQLException.class).map(SQLException::getSQLState))
        .filter(state -> state.length() == 5);
  }

  static <T extends Throwable> Optional<T> caused(Throwable thrown, Class<T> type) {
    return cause(thrown, type::isInstance).map(type::cast);
  }

  private static Optional<Throwable> cause(Throwable thrown, Predicate<Throwable> which) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (which.test(cause)) {
        return Optional.of(cause);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
