package dev.cairn.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.acceptance.InJvm;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.oss.behaviour.OssSigner;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import dev.cairn.boot.postgres.FaultyPostgres;
import dev.cairn.boot.postgres.PostgresProxy;
import dev.cairn.boot.postgres.PostgresProxy.Moment;
import dev.cairn.core.body.DirectSlabPool;
import dev.cairn.core.body.SlabPool;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The database in trouble: every request is told so in its dialect's words, and when the trouble is
 * over everything works, without a restart, and nothing is left of it.
 */
@QuarkusTest
@WithTestResource(FaultyDatabase.class)
class DatabaseFaultsQuarkusTest implements InJvm, UsesWire {
  private static final byte[] SMALL = UsesStore.bytes(1000, 1);
  private static final byte[] LARGE = UsesStore.bytes(100_000, 2);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final SlabPool slabs;
  FaultyPostgres postgres;

  DatabaseFaultsQuarkusTest(SlabPool slabs) {
    this.slabs = slabs;
  }

  @BeforeEach
  void makeBucket() {
    assertThat(ask("PUT", "/faults").status()).isEqualTo(200);
    assertThat(put("/faults/small", SMALL).status()).isEqualTo(200);
    assertThat(put("/faults/large", LARGE).status()).isEqualTo(200);
  }

  @AfterEach
  void seesThatNothingIsLeft() {
    postgres.proxy().thaw();
    postgres.proxy().refuse(false);
    await().atMost(PATIENCE).until(() -> get("/faults/small").status() == 200);
    assertThat(put("/faults/again", SMALL).status()).isEqualTo(200);
    assertThat(put("/faults/again", LARGE).status()).isEqualTo(200);
    assertThat(get("/faults/again").body()).isEqualTo(LARGE);
    assertThat(get("/faults/large").body()).isEqualTo(LARGE);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(count("SELECT count(*) FROM pending_blobs")).as("pending").isZero();
              assertThat(count("SELECT count(*) FROM garbage")).as("garbage").isZero();
              assertThat(count(BUSY)).as("statements and transactions").isZero();
              assertThat(Stored.in(direct()).blobs())
                  .hasSize(count("SELECT count(*) FROM objects WHERE blob_id IS NOT NULL"));
              assertThat(((DirectSlabPool) slabs).lent()).as("slabs").isZero();
            });
  }

  private static final String BUSY =
      "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
          + " AND state <> 'idle' AND pid <> pg_backend_pid()";

  private int count(String question) {
    return Integer.parseInt(Stored.ask(direct(), question));
  }

  /** The way in from behind, past the proxy. */
  private RunningCairn direct() {
    RunningCairn cairn = cairn();
    return new RunningCairn(
        cairn.port(),
        cairn.accessKeyId(),
        cairn.secretAccessKey(),
        cairn.dataFolder(),
        postgres.direct());
  }

  private WireAnswer get(String target) {
    return ask("GET", target);
  }

  private WireAnswer put(String target, byte[] bytes) {
    return ask(request("PUT", target).body(bytes));
  }

  private WireRequest inOss(WireRequest request) {
    return new OssSigner(cairn().accessKeyId(), cairn().secretAccessKey()).sign(request);
  }

  /** One of each kind, in three dialects: all unavailable, each in its words. */
  private void seesThatNothingIsAvailable() throws Exception {
    WireRequest inS2 =
        WireRequest.of("GET", "/faults/small").with("Host", "s2.localhost:" + cairn().port());
    List<Callable<WireAnswer>> requests =
        List.of(
            () -> get("/faults/small"),
            () -> get("/faults/large"),
            () -> put("/faults/other", SMALL),
            () -> put("/faults/other", LARGE),
            () -> ask("PUT", "/other-bucket"),
            () -> ask("DELETE", "/faults/small"),
            () -> ask("POST", "/faults/upload?uploads="),
            () -> ask("GET", "/faults?list-type=2"),
            () -> send(inOss(request("GET", "/faults/small"))),
            () -> send(inOss(request("PUT", "/faults/other")).body(SMALL)),
            () -> ask(inS2));
    List<WireAnswer> answers = atOnce(requests.size(), i -> requests.get(i).call());
    for (int i = 0; i < answers.size(); i++) {
      unavailable(answers.get(i), i == answers.size() - 1 ? "SlowDown" : "ServiceUnavailable");
    }
  }

  private static void unavailable(WireAnswer answer, String code) {
    assertThat(answer.status()).as("status of %s", answer).isEqualTo(503);
    assertThat(answer.error()).containsEntry("Code", code);
    assertThat(answer.header("Retry-After").map(Integer::parseInt).orElse(0)).isPositive();
  }

  @Test
  void isUnavailableWhileConnectionsAreRefused() throws Exception {
    postgres.proxy().refuse(true);

    seesThatNothingIsAvailable();
  }

  @Test
  void isUnavailableWhileTheDatabaseHangs() throws Exception {
    postgres.proxy().freeze();

    seesThatNothingIsAvailable();
  }

  @Test
  void letsNobodyWaitForEverWhenManyComeToAHangingDatabase() throws Exception {
    postgres.proxy().freeze();

    List<WireAnswer> answers =
        atOnce(
            200,
            i ->
                switch (i % 3) {
                  case 0 -> get("/faults/large");
                  case 1 -> put("/faults/many-" + i, SMALL);
                  default -> put("/faults/many-" + i, LARGE);
                });

    assertThat(answers).allSatisfy(answer -> unavailable(answer, "ServiceUnavailable"));
  }

  @Test
  void goesOnWhenTheDatabaseWasKilledAndHasReturned() throws Exception {
    postgres.kill();
    seesThatNothingIsAvailable();

    postgres.awaitReturn();

    await().atMost(PATIENCE).until(() -> get("/faults/large").status() == 200);
  }

  @Test
  void writesOrSaysNoWhileTheDatabaseIsKilledUnderLoad() throws Exception {
    // When
    List<WireAnswer> answers =
        atOnce(
            60,
            i -> {
              if (i == 30) {
                postgres.kill();
                postgres.awaitReturn();
              }
              return put("/faults/load-" + i, i % 2 == 0 ? SMALL : LARGE);
            });

    // Then
    await().atMost(PATIENCE).until(() -> get("/faults/small").status() == 200);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).status()).isIn(200, 503);
      WireAnswer now = get("/faults/load-" + i);
      byte[] bytes = i % 2 == 0 ? SMALL : LARGE;
      if (answers.get(i).status() == 200 || now.status() == 200) {
        assertThat(now.body()).as("object %d", i).isEqualTo(bytes);
      }
    }
  }

  @Test
  void isUnavailableWhenOthersHaveAllConnections() throws Exception {
    // Given
    List<Connection> others = new ArrayList<>();
    postgres.proxy().refuse(true); // which ends those that the service has
    try {
      while (true) {
        others.add(connect());
      }
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("53300");
    }

    // When
    postgres.proxy().refuse(false);
    try {
      seesThatNothingIsAvailable();
    } finally {
      for (Connection other : others) {
        other.close();
      }
    }
  }

  private Connection connect() throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", postgres.direct().user());
    login.setProperty("password", postgres.direct().password());
    return new org.postgresql.Driver().connect(postgres.direct().jdbc(), login);
  }

  @Test
  void isSlowWhenTheDatabaseIs() {
    postgres.proxy().delay(50);

    assertThat(put("/faults/slow", LARGE).status()).isEqualTo(200);
    assertThat(get("/faults/slow").body()).isEqualTo(LARGE);
    postgres.proxy().delay(0);
  }

  @Test
  void answersWhatHappenedWhenTheAnswerToAWriteIsLost() throws InterruptedException {
    PostgresProxy.Fired small =
        postgres.proxy().cut("INSERT INTO objects", Moment.AFTER_IT_IS_DONE);
    assertThat(put("/faults/lost-small", SMALL).status()).isEqualTo(200);
    small.await();
    PostgresProxy.Fired large =
        postgres.proxy().cut("INSERT INTO objects", Moment.AFTER_IT_IS_DONE);
    assertThat(
            ask(request("PUT", "/faults/lost-large").body(LARGE).with("If-None-Match", "*"))
                .status())
        .isEqualTo(200);
    large.await();
    PostgresProxy.Fired bucket = postgres.proxy().cut("COMMIT", Moment.AFTER_IT_IS_DONE);
    assertThat(ask("PUT", "/lost-bucket").status()).isEqualTo(200);
    bucket.await();

    assertThat(get("/faults/lost-small").body()).isEqualTo(SMALL);
    assertThat(get("/faults/lost-large").body()).isEqualTo(LARGE);
    assertThat(ask("DELETE", "/lost-bucket").status()).isEqualTo(204);
  }

  @Test
  void leavesNothingOfAWriteThatDidNotReachTheDatabase() throws InterruptedException {
    PostgresProxy.Fired cut = postgres.proxy().cut("INSERT INTO objects", Moment.BEFORE_IT_IS_SENT);

    unavailable(put("/faults/never", LARGE), "ServiceUnavailable");

    cut.await();
    assertThat(get("/faults/never").status()).isEqualTo(404);
  }

  private interface Request {
    WireAnswer of(int i) throws Exception;
  }

  private static List<WireAnswer> atOnce(int count, Request request)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<WireAnswer>> all =
          IntStream.range(0, count)
              .<Callable<WireAnswer>>mapToObj(i -> () -> request.of(i))
              .toList();
      List<WireAnswer> answers = new ArrayList<>();
      for (Future<WireAnswer> answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
