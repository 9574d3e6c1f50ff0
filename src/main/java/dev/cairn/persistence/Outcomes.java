package dev.cairn.persistence;

import dev.cairn.model.FailureException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.stream.StreamSupport;

/**
 * Finds out what became of work whose answer was lost. Its server process may still be at it, so
 * that is ended first: from then on the answer stays what it is. Fails when the database cannot be
 * asked in time.
 */
final class Outcomes {
  private static final String WAIT_MILLIS = "2000";

  private static final String END_PROCESS =
      "SELECT pg_terminate_backend(pid, "
          + WAIT_MILLIS
          + ") AS ended FROM pg_stat_activity WHERE pid = $1 AND usename = current_user";

  private static final String END_TRANSACTION =
      "SELECT pg_terminate_backend(pid, "
          + WAIT_MILLIS
          + ") AS ended FROM pg_stat_activity WHERE backend_xid = xid($1::text::xid8)";

  private static final String STATUS = "SELECT pg_xact_status($1::text::xid8) AS status";

  private final Pool pool;
  private final DatabaseGuard guard;

  Outcomes(Pool pool, DatabaseGuard guard) {
    this.pool = pool;
    this.guard = guard;
  }

  /** The answer to a question about a statement, once the server process that had it has ended. */
  Uni<RowSet<Row>> afterwards(int process, String sql, Tuple parameters) {
    return guard.question(
        () -> ended(END_PROCESS, Tuple.of(process)).chain(() -> execute(sql, parameters)));
  }

  /** The result of a transaction that was committed, or that it is worth a retry. */
  @SuppressWarnings("unchecked") // The result is of the work that was lost, whose type is T.
  <T> Uni<T> of(LostCommitException lost) {
    Tuple id = Tuple.of(lost.transaction());
    return guard
        .question(() -> ended(END_TRANSACTION, id).chain(() -> execute(STATUS, id)))
        .map(
            rows -> {
              if (!"committed".equals(rows.iterator().next().getString("status"))) {
                throw new FailureException(DatabaseFailures.unavailable(), lost);
              }
              return (T) lost.result();
            });
  }

  private Uni<Void> ended(String sql, Tuple process) {
    return execute(sql, process)
        .invoke(
            rows -> {
              if (StreamSupport.stream(rows.spliterator(), false)
                  .anyMatch(row -> !row.getBoolean("ended"))) {
                throw new FailureException(DatabaseFailures.unavailable());
              }
            })
        .replaceWithVoid();
  }

  private Uni<RowSet<Row>> execute(String sql, Tuple parameters) {
    return Uni.createFrom()
        .deferred(
            () ->
                UniHelper.toUni(
                    pool.withConnection(
                        connection -> connection.preparedQuery(sql).execute(parameters))));
  }
}
