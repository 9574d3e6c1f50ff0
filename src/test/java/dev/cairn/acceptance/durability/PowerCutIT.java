package dev.cairn.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.boot.postgres.DatabaseUrl;
import dev.cairn.boot.postgres.SharedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The service is killed under load, when it is about to sync a file, and then everything that it
 * had not synced is taken from its data folder. PostgreSQL, which syncs by itself, goes on.
 */
@Timeout(value = 1, unit = TimeUnit.DAYS) // as long as its parameter makes it
class PowerCutIT {
  private static final int CUTS = Integer.getInteger("cairn.cuts", 1);
  private static final long SEED = Long.getLong("cairn.seed", System.nanoTime());

  private final Path folder = PackagedCairn.newFolder();
  private final Path trace = folder.resolveSibling(folder.getFileName() + ".strace");
  private final Path armed = folder.resolveSibling(folder.getFileName() + ".armed");
  private final DatabaseUrl database = SharedPostgres.get().newDatabase();
  private final Load load = new Load(6, SEED);
  private final Random random = new Random(SEED);

  @AfterEach
  void removeFolder() throws Exception {
    PackagedCairn.deleteTree(folder);
    Files.deleteIfExists(trace);
    Files.deleteIfExists(armed);
  }

  private PackagedCairn.Start cairn() {
    return PackagedCairn.in(folder)
        .database(database)
        .environment("CAIRN_GARBAGE_DELAY", "500ms")
        .environment("CAIRN_WRITE_LEASE", "5s")
        .quick();
  }

  private static WireStore store(PackagedCairn cairn) {
    return new WireStore(cairn.running(), "cut-off");
  }

  @Test
  void whatWasAcknowledgedWasSynced() throws Exception {
    List<String> losses = new ArrayList<>();
    for (int cut = 0; cut < CUTS; cut++) {
      losses.addAll(cut());
    }

    try (PackagedCairn cairn = cairn().start()) {
      load.check(store(cairn));
      Remains.assertNoOrphans(cairn.running());
      load.check(store(cairn));
    }
    assertThat(losses).as("what the power cuts took (seed %d)", SEED).isNotEmpty();
    System.out.printf(
        "%d power cuts took %d things, %d changes acknowledged%n",
        CUTS, losses.size(), load.acknowledged());
  }

  private List<String> cut() throws Exception {
    Set<Path> before = PowerCut.below(folder);
    Files.deleteIfExists(trace);
    Files.deleteIfExists(armed);
    String point = KillPoint.BEFORE_THE_FILE_IS_SYNCED.arguments(30 + random.nextInt(30), armed);
    PackagedCairn cairn =
        cairn()
            .behind(Strace.into(trace))
            .jvm("-javaagent:" + AgentJar.of(KillAgent.class) + "=" + point)
            .start();
    try {
      store(cairn).createBucket();
      load.check(store(cairn));
      try (Load.Work work = load.on(store(cairn))) {
        Files.createFile(armed);
        assertThat(cairn.awaitEnd(Duration.ofMinutes(2))).isEqualTo(KillAgent.STATUS);
        work.awaitEnd();
      }
    } finally {
      cairn.kill();
    }
    return new PowerCut(Strace.read(trace), folder).happen(before);
  }
}
