package dev.cairn.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.durability.Remains;
import dev.cairn.acceptance.onestore.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Mixed work of all dialects, slow clients and clients that vanish, for as long as is asked: {@code
 * make soak MINUTES=60}.
 */
class SoakIT {
  private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("cairn.soak.seconds", 15));
  private static final Duration WARM_UP = Duration.ofSeconds(8);

  /** Both pools of connections to the database, full. */
  private static final int CONNECTIONS = 22;

  private static final int LARGE = 8 << 20;
  private static final long SEED = Long.getLong("cairn.seed", System.nanoTime());

  private static final Path FOLDER = PackagedCairn.newFolder();
  private static PackagedCairn cairn;

  @BeforeAll
  static void start() {
    cairn =
        PackagedCairn.in(FOLDER)
            .jvm("-Xmx128m")
            .environment("CAIRN_GARBAGE_DELAY", "1s")
            .environment("CAIRN_WRITE_LEASE", "6s")
            .environment("CAIRN_BODY_TIMEOUT", "5s")
            .environment("CAIRN_UPLOADS_REMEMBERED", "2s")
            .start();
  }

  @AfterAll
  static void stop() {
    cairn.close();
    PackagedCairn.deleteTree(FOLDER);
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.DAYS)
  void returnsToWhatItWas() throws Exception {
    // Given: a service that has seen everything once.
    work(WARM_UP, SEED);
    Footprint before = atRest();

    // When
    Crowd.Work done = work(LENGTH, SEED + 1);

    // Then
    Footprint after = atRest();
    System.out.printf("soak: %s; before %s, after %s%n", done, before, after);
    assertThat(after.descriptors()).as("descriptors").isLessThanOrEqualTo(before.descriptors() + 8);
    assertThat(after.connections())
        .as("connections to the database")
        .isLessThanOrEqualTo(CONNECTIONS);
    assertThat(after.heap()).as("MiB of heap").isLessThanOrEqualTo(before.heap() + 8);
    assertThat(after.resident()).as("MiB resident").isLessThanOrEqualTo(before.resident() + 128);
    // Those that have had nothing to do for half a minute go.
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(Footprint.of(cairn).threads())
                    .as("threads")
                    .isLessThanOrEqualTo(before.threads() + 16));
  }

  private static Crowd.Work work(Duration length, long seed) throws Exception {
    Wire wire = new Wire(cairn.running());
    String bucket = "soak-of-" + Long.toUnsignedString(seed, 36);
    try (StoreClient store = Vendor.S3.client(cairn.running())) {
      store.createBucket(bucket);
      store.put(bucket, "large", UsesStore.bytes(LARGE, seed));
      String upload = store.initiate(bucket, "large", Attributes.NONE);
      Crowd crowd = new Crowd();
      for (Vendor vendor : Vendor.values()) {
        crowd.add(
            new SteadyClient(
                vendor,
                vendor.client(cairn.running()),
                bucket + "-" + vendor.ordinal(),
                seed + vendor.ordinal()));
      }
      for (int i = 0; i < 4; i++) {
        crowd.add(new VanishingClient(wire, bucket, "large", upload, seed + i));
        crowd.add(new SlowClient(wire, bucket, "large", seed + i));
      }
      Crowd.Work done = crowd.work(length);
      store.abort(bucket, "large", upload);
      store
          .list(bucket, "", "", Optional.empty(), 1000)
          .keys()
          .forEach(key -> store.delete(bucket, key));
      store.deleteBucket(bucket);
      return done;
    }
  }

  /** Nobody is connected, nothing is pending or garbage, and every file has its name. */
  private static Footprint atRest() {
    Remains.assertNoOrphans(cairn.running());
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              assertThat(Footprint.clients(cairn)).as("sockets at the data port").isZero();
              assertThat(rows()).isEqualTo("objects 0, parts 0, uploads 0, finished 0, leases 0");
            });
    return Footprint.of(cairn);
  }

  private static String rows() {
    return Stored.ask(
        cairn.running(),
        """
        SELECT 'objects ' || (SELECT count(*) FROM objects)
            || ', parts ' || (SELECT count(*) FROM parts)
            || ', uploads ' || (SELECT count(*) FROM uploads)
            || ', finished ' || (SELECT count(*) FROM finished_uploads)
            || ', leases ' || (SELECT count(*) FROM read_leases)
        """);
  }
}
