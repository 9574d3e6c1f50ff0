package dev.cairn.persistence;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.TransactionRollbackException;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs SQL. What goes wrong leaves as a {@link dev.cairn.model.Failure}; a statement or transaction
 * that left nothing behind is run again, and what became of a transaction whose commit was not
 * answered is found out.
 */
public final class Database {
  private static final String TRANSACTION_ID = "SELECT pg_current_xact_id()::text AS id";

  private final Pool pool;
  private final DatabaseGuard guard;
  private final Outcomes outcomes;

  public Database(Pool pool, DatabaseSettings settings) {
    this.pool = pool;
    this.guard = new DatabaseGuard(settings);
    this.outcomes = new Outcomes(pool, guard);
  }

  /** Statements of one transaction, one after the other. */
  @FunctionalInterface
  interface Transaction {
    Uni<RowSet<Row>> run(String sql, Tuple parameters);
  }

  /** Runs a statement that changes nothing; it may run more than once. */
  Uni<RowSet<Row>> read(String sql, Tuple parameters) {
    return guarded(
        () ->
            connected(
                connection -> execute(connection, sql, parameters).recover(Database::undone)));
  }

  /**
   * Runs one statement that commits by itself. When its answer is lost, the failure has a {@link
   * LostAnswerException} in it, for {@link #afterwards}.
   */
  Uni<RowSet<Row>> run(String sql, Tuple parameters) {
    return guarded(
        () ->
            connected(
                connection ->
                    execute(connection, sql, parameters)
                        .recover(
                            e ->
                                DatabaseFailures.isLostAnswer(e)
                                    ? Future.failedFuture(
                                        new LostAnswerException(process(connection), e))
                                    : undone(e))));
  }

  /** Runs a transaction; its work may be called more than once. */
  <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work) {
    return guarded(() -> connected(connection -> transaction(connection, work)));
  }

  /** Runs one statement in a transaction, so that it is known afterwards whether it happened. */
  Uni<RowSet<Row>> runInTransaction(String sql, Tuple parameters) {
    return inTransaction(transaction -> transaction.run(sql, parameters));
  }

  /**
   * Asks, once a statement whose answer was lost cannot have any more effect than it has had.
   *
   * @param sql changes nothing
   */
  Uni<RowSet<Row>> afterwards(LostAnswerException lost, String sql, Tuple parameters) {
    return outcomes
        .afterwards(lost.process(), sql, parameters)
        .onFailure()
        .transform(DatabaseFailures::translate);
  }

  /** Does work behind the guard: for what runs SQL in another way than this class. */
  <T> Uni<T> guarded(Supplier<Uni<T>> work) {
    return guard
        .work(work)
        .onFailure(LostCommitException.class)
        .recoverWithUni(lost -> outcomes.<T>of((LostCommitException) lost))
        .onFailure()
        .transform(DatabaseFailures::translate);
  }

  private <T> Uni<T> connected(Function<SqlConnection, Future<T>> work) {
    return UniHelper.toUni(
        pool.getConnection()
            .recover(Database::undone)
            .compose(
                connection ->
                    work.apply(connection).onComplete(end -> connection.close(closed -> {}))));
  }

  private static <T> Future<T> transaction(
      SqlConnection connection, Function<Transaction, Uni<T>> work) {
    return connection
        .begin()
        .compose(
            transaction -> {
              // On its way together with the first statement.
              Future<String> id =
                  connection
                      .preparedQuery(TRANSACTION_ID)
                      .execute()
                      .map(rows -> rows.iterator().next().getString("id"));
              return result(connection, work)
                  .compose(
                      result ->
                          id.compose(
                              known ->
                                  transaction
                                      .commit()
                                      .recover(e -> lostCommit(known, result, e))
                                      .map(committed -> result)),
                      failure -> rolledBack(transaction, failure));
            })
        .recover(e -> e instanceof LostCommitException ? Future.failedFuture(e) : undone(e));
  }

  private static <T> Future<T> result(
      SqlConnection connection, Function<Transaction, Uni<T>> work) {
    return UniHelper.toFuture(
        Uni.createFrom()
            .deferred(
                () ->
                    work.apply(
                        (sql, parameters) ->
                            Uni.createFrom()
                                .deferred(
                                    () -> UniHelper.toUni(execute(connection, sql, parameters))))));
  }

  private static Future<Void> lostCommit(String transaction, Object result, Throwable failure) {
    return Future.failedFuture(
        DatabaseFailures.isLostAnswer(failure)
            ? new LostCommitException(transaction, result, failure)
            : failure);
  }

  private static <T> Future<T> rolledBack(
      io.vertx.sqlclient.Transaction transaction, Throwable failure) {
    return failure instanceof TransactionRollbackException
        ? Future.failedFuture(failure)
        : transaction.rollback().transform(ended -> Future.failedFuture(failure));
  }

  /** The failure of something that is known not to have happened. */
  private static <T> Future<T> undone(Throwable failure) {
    return Future.failedFuture(
        DatabaseFailures.isWorthAnotherAttempt(failure)
            ? new LeftNothingException(failure)
            : failure);
  }

  private static Future<RowSet<Row>> execute(SqlClient client, String sql, Tuple parameters) {
    return client.preparedQuery(sql).execute(parameters);
  }

  private static int process(SqlConnection connection) {
    return PgConnection.cast(connection).processId();
  }
}
