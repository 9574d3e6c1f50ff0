package dev.cairn.persistence;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;

/**
 * Runs SQL. What goes wrong leaves as a {@link dev.cairn.model.Failure}; a statement or transaction
 * that lost against another one is run again.
 */
final class Database {
  private final Pool pool;

  Database(Pool pool) {
    this.pool = pool;
  }

  /** Statements of one transaction, one after the other. */
  @FunctionalInterface
  interface Transaction {
    Uni<RowSet<Row>> run(String sql, Tuple parameters);
  }

  /**
   * Runs a statement that changes nothing. It may run twice: a pooled connection that the server
   * closed while it was idle is only noticed by its next user.
   */
  Uni<RowSet<Row>> read(String sql, Tuple parameters) {
    return Attempts.of(
        execute(pool, sql, parameters),
        e -> DatabaseFailures.isConflict(e) || DatabaseFailures.isLostConnection(e));
  }

  /** Runs one statement that commits by itself. */
  Uni<RowSet<Row>> run(String sql, Tuple parameters) {
    return Attempts.of(execute(pool, sql, parameters), DatabaseFailures::isConflict);
  }

  /** Runs a transaction; its work may be called more than once. */
  <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work) {
    Uni<T> attempt =
        Uni.createFrom()
            .deferred(
                () ->
                    UniHelper.toUni(
                        pool.withTransaction(
                            connection ->
                                UniHelper.toFuture(
                                    work.apply(
                                        (sql, parameters) ->
                                            execute(connection, sql, parameters))))));
    return Attempts.of(attempt, DatabaseFailures::isConflict);
  }

  private static Uni<RowSet<Row>> execute(SqlClient client, String sql, Tuple parameters) {
    return Uni.createFrom()
        .deferred(() -> UniHelper.toUni(client.preparedQuery(sql).execute(parameters)));
  }
}
