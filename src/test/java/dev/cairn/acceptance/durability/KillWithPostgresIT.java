package dev.cairn.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.wire.WireAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service is killed under load with its private PostgreSQL, or beside it. */
@Timeout(value = 1, unit = TimeUnit.DAYS) // as long as its parameter makes it
class KillWithPostgresIT {
  private static final int KILLS = Integer.getInteger("cairn.kills.private", 1);
  private static final long SEED = Long.getLong("cairn.seed", System.nanoTime());

  private final Path folder = PackagedCairn.newFolder();
  private final Load load = new Load(6, SEED);
  private final Random random = new Random(SEED);

  @AfterEach
  void removeFolder() {
    PackagedCairn.deleteTree(folder);
  }

  private PackagedCairn.Start cairn() {
    return PackagedCairn.in(folder)
        .environment("CAIRN_GARBAGE_DELAY", "500ms")
        .environment("CAIRN_WRITE_LEASE", "3s")
        .quick();
  }

  /** How a run ends; one that has ended is left alone. */
  private interface End {
    void of(PackagedCairn cairn) throws InterruptedException;
  }

  /**
   * @param together whether PostgreSQL is killed too; else the next start finds an orphan at work
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void losesNothing(boolean together) throws Exception {
    End end = together ? PackagedCairn::kill : PackagedCairn::killAlone;
    for (int kill = 0; kill < KILLS; kill++) {
      PackagedCairn cairn = cairn().start();
      try {
        WireStore store = new WireStore(cairn.running(), "killed");
        store.createBucket();
        load.check(store);
        try (Load.Work work = load.on(store)) {
          load.awaitMore(20 + random.nextInt(60));
          end.of(cairn);
          work.awaitEnd();
        }
      } finally {
        end.of(cairn);
      }
    }
    try (PackagedCairn cairn = cairn().start()) {
      WireStore store = new WireStore(cairn.running(), "killed");
      load.check(store);
      Remains.assertNoOrphans(cairn.running());
      load.check(store);
    }
  }

  @Test
  void goesOnWhenPostgresIsKilledAlone() throws Exception {
    try (PackagedCairn cairn = cairn().start()) {
      WireStore store = new WireStore(cairn.running(), "killed");
      store.createBucket();
      byte[] body = {1, 2, 3};
      assertThat(store.put("before", body).status()).isEqualTo(200);

      cairn.killPostgres();

      await().atMost(Duration.ofMinutes(1)).until(() -> answersOrIsUnavailable(store));
      assertThat(store.get("before").body()).isEqualTo(body);
      assertThat(store.put("after", body).status()).isEqualTo(200);
      assertThat(cairn.log()).contains("the private PostgreSQL runs again");
    }
  }

  private static boolean answersOrIsUnavailable(WireStore store) throws IOException {
    WireAnswer answer = store.put("meanwhile", new byte[] {4});
    assertThat(answer.status()).isIn(200, 503);
    assertThat(answer.header("Retry-After").isPresent()).isEqualTo(answer.status() == 503);
    return answer.status() == 200;
  }
}
