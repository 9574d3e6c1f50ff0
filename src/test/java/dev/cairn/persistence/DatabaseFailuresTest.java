package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.boot.postgres.PostgresProxy;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailuresTest {
  private static final String PING = "SELECT 1";

  private static TestDatabase database;
  private static Vertx vertx;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void close() {
    database.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static PgException error(String sqlState) {
    return new PgException("message", "ERROR", sqlState, "detail");
  }

  private static Failure failureOf(Throwable thrown) {
    return ((FailureException) DatabaseFailures.translate(thrown)).failure();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "53300", "53200", "57P01", "57P02", "57P03", "57014", "40001", "40P01", "25006",
        "55P03"
      })
  void takesWhatPassesForUnavailable(String sqlState) {
    assertThat(failureOf(error(sqlState))).isInstanceOf(Failure.Unavailable.class);
    assertThat(failureOf(new CompletionException(error(sqlState))))
        .isInstanceOf(Failure.Unavailable.class);
  }

  @Test
  void takesAFullDiskForNoSpace() {
    assertThat(failureOf(error("53100"))).isEqualTo(new Failure.NoSpace());
  }

  @Test
  void takesABrokenConnectionForUnavailable() {
    assertThat(failureOf(new IOException("Connection reset by peer")))
        .isInstanceOf(Failure.Unavailable.class);
  }

  @Test
  void refusesAtOnceWhatWouldWaitBehindTooMany() {
    Pool pool = database.newPool();
    Database two =
        new Database(pool, new TestSettings(1, 1, Duration.ofSeconds(30), Duration.ofSeconds(30)));
    List<Uni<Boolean>> all =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    two.read("SELECT pg_sleep(1)", Tuple.tuple())
                        .replaceWith(true)
                        .onFailure(FailureException.class)
                        .recoverWithItem(false))
            .toList();

    assertThat(await(Uni.join().all(all).andFailFast())).containsExactly(true, true, true, false);
    pool.close();
  }

  @Test
  void refusesAtOnceForAMomentWhenMostOfTheLatestWorkMetTrouble() {
    Pool nowhere =
        PgBuilder.pool()
            .connectingTo(new PgConnectOptions().setHost("127.0.0.1").setPort(1))
            .using(vertx)
            .build();
    Database broken = TestDatabase.over(nowhere);

    List<Throwable> causes =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    await(
                        broken
                            .read(PING, Tuple.tuple())
                            .map(rows -> (Throwable) null)
                            .onFailure()
                            .recoverWithItem(e -> e.getCause())))
            .toList();

    assertThat(causes.getFirst()).isNotInstanceOf(CircuitBreakerOpenException.class);
    assertThat(causes.getLast()).isInstanceOf(CircuitBreakerOpenException.class);
    nowhere.close();
  }

  @Test
  void closesAConnectionWhoseServerHangs() {
    PostgresProxy proxy = new PostgresProxy(database.url().port());
    TestSettings settings = new TestSettings(1, 10, Duration.ofSeconds(1), Duration.ofMillis(500));
    Pool pool = database.newPool(proxy.port(), settings);
    Database hanging = new Database(pool, settings);
    await(hanging.read(PING, Tuple.tuple()));

    proxy.freeze();
    assertThatThrownBy(() -> await(hanging.read(PING, Tuple.tuple())))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));

    proxy.thaw();
    assertThat(await(hanging.read(PING, Tuple.tuple())).size()).isEqualTo(1);
    pool.close();
    proxy.close();
  }

  @Test
  void endsAStatementThatTakesTooLong() {
    TestSettings settings = new TestSettings(1, 10, Duration.ofSeconds(5), Duration.ofMillis(200));
    Pool pool = database.newPool(database.url().port(), settings);
    Database hasty = new Database(pool, settings);

    assertThatThrownBy(() -> await(hasty.run("SELECT pg_sleep(60)", Tuple.tuple())))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));
    assertThat(await(hasty.read(PING, Tuple.tuple())).size()).isEqualTo(1);
    pool.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "23503", "42P01", "22021", "XX000"})
  void leavesTheRestAsItIs(String sqlState) {
    PgException error = error(sqlState);

    assertThat(DatabaseFailures.translate(error)).isSameAs(error);
  }

  @Test
  void findsAFailureBehindItsWrapping() {
    FailureException failure = new Failure.NoSpace().exception();

    assertThat(DatabaseFailures.translate(new CompletionException(failure))).isSameAs(failure);
  }

  @Test
  void isUnavailableWhereNoServerListens() {
    PgConnectOptions options = new PgConnectOptions().setHost("127.0.0.1").setPort(1);
    Pool nowhere = PgBuilder.pool().connectingTo(options).using(vertx).build();

    assertThatThrownBy(() -> await(TestDatabase.over(nowhere).read(PING, Tuple.tuple())))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));
    nowhere.close();
  }

  @Test
  void isUnavailableWhenNoConnectionBecomesFree() {
    assertThat(failureWithoutConnection(one -> one.read(PING, Tuple.tuple())))
        .isInstanceOf(Failure.Unavailable.class);
  }

  @Test
  void isUnavailableWhenNoConnectionBecomesFreeForATransaction() {
    assertThat(failureWithoutConnection(one -> one.runInTransaction(PING, Tuple.tuple())))
        .isInstanceOf(Failure.Unavailable.class);
  }

  /** What becomes of work while the only connection is busy for longer than one may wait. */
  private Failure failureWithoutConnection(Function<Database, Uni<?>> work) {
    Pool narrow =
        DatabasePool.create(
            vertx,
            List.of(database.options()),
            new PoolOptions(),
            new TestSettings(1, 10, Duration.ofMillis(500), Duration.ofSeconds(20)));
    Database one = TestDatabase.over(narrow);
    Uni<Object> busy = one.read("SELECT pg_sleep(2)", Tuple.tuple()).map(rows -> rows);
    Uni<Object> waiting =
        work.apply(one)
            .<Object>map(done -> done)
            .onFailure(FailureException.class)
            .recoverWithItem(e -> ((FailureException) e).failure());

    List<Object> answers = await(Uni.join().all(List.of(busy, waiting)).andFailFast());

    narrow.close();
    return (Failure) answers.get(1);
  }

  @Test
  void readsAgainOnAConnectionThatTheServerClosed() {
    Pool pool = database.newPool();
    Database idle = TestDatabase.over(pool);
    int process =
        await(idle.read("SELECT pg_backend_pid()", Tuple.tuple())).iterator().next().getInteger(0);

    database.run("SELECT pg_terminate_backend($1)", process);

    assertThat(await(idle.read(PING, Tuple.tuple())).size()).isEqualTo(1);
    pool.close();
  }
}
