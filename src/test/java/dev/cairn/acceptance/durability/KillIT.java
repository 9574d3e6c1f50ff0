package dev.cairn.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.boot.postgres.DatabaseUrl;
import dev.cairn.boot.postgres.SharedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The service is killed under load, at every point of its write paths and at any moment, and
 * started again on what it left: each start checks what was acknowledged before.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 1, unit = TimeUnit.DAYS) // as long as its parameter makes it
class KillIT {
  /** Kills at random moments; each named point comes once in any case. */
  private static final int KILLS = Integer.getInteger("cairn.kills", 2);

  private static final long SEED = Long.getLong("cairn.seed", System.nanoTime());
  private static final int WRITERS = 6;

  private static final Path FOLDER = PackagedCairn.newFolder();
  private static final Path ARMED = FOLDER.resolveSibling(FOLDER.getFileName() + ".armed");
  private static final DatabaseUrl DATABASE = SharedPostgres.get().newDatabase();
  private static final Load LOAD = new Load(WRITERS, SEED);
  private static final Random RANDOM = new Random(SEED);
  private static Path agent;

  @BeforeAll
  static void makeABucket() throws IOException {
    agent = AgentJar.of(KillAgent.class);
    try (PackagedCairn cairn = cairn().start()) {
      store(cairn).createBucket();
    }
  }

  @AfterAll
  static void remove() throws IOException {
    Files.deleteIfExists(ARMED);
    PackagedCairn.deleteTree(FOLDER);
  }

  private static PackagedCairn.Start cairn() {
    return PackagedCairn.in(FOLDER)
        .database(DATABASE)
        .environment("CAIRN_GARBAGE_DELAY", "500ms")
        .environment("CAIRN_WRITE_LEASE", "3s")
        .quick();
  }

  private static WireStore store(PackagedCairn cairn) {
    return new WireStore(cairn.running(), "killed");
  }

  @Order(1)
  @ParameterizedTest
  @EnumSource
  void atEveryPoint(KillPoint point) throws Exception {
    Files.deleteIfExists(ARMED);
    PackagedCairn cairn =
        cairn()
            .jvm("-javaagent:" + agent + "=" + point.arguments(1 + RANDOM.nextInt(3), ARMED))
            .start();
    try {
      LOAD.check(store(cairn));
      try (Load.Work work = LOAD.on(store(cairn))) {
        Files.createFile(ARMED);
        assertThat(cairn.awaitEnd(Duration.ofMinutes(3)))
            .as("%s was passed (seed %d)", point, SEED)
            .isEqualTo(KillAgent.STATUS);
        work.awaitEnd();
      }
    } finally {
      cairn.kill();
    }
  }

  @Order(2)
  @Test
  void atAnyMoment() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      killAfterSome(cairn().start());
    }
  }

  private static void killAfterSome(PackagedCairn cairn) throws Exception {
    try {
      LOAD.check(store(cairn));
      try (Load.Work work = LOAD.on(store(cairn))) {
        LOAD.awaitMore(1 + RANDOM.nextInt(60));
        cairn.kill();
        work.awaitEnd();
      }
    } finally {
      cairn.kill();
    }
  }

  /** The last. */
  @Order(3)
  @Test
  void leavesNothingThatIsNotSwept() throws IOException {
    try (PackagedCairn cairn = cairn().start()) {
      LOAD.check(store(cairn));
      Remains.assertNoOrphans(cairn.running());
      LOAD.check(store(cairn));
      System.out.printf(
          "killed %d times at named points and %d times at any moment, %d changes acknowledged%n",
          KillPoint.values().length, KILLS, LOAD.acknowledged());
    }
  }
}
