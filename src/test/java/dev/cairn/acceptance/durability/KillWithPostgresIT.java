package dev.cairn.acceptance.durability;

import dev.cairn.acceptance.PackagedCairn;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
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
}
