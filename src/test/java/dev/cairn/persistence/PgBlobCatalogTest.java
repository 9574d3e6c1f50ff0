package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgBlobCatalogTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration LAPSED = Duration.ofSeconds(-1);

  private static TestDatabase database;
  private static PgBlobCatalog catalog;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    catalog = new PgBlobCatalog(database.database());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void clear() {
    database.run("TRUNCATE pending_blobs, garbage, read_leases");
  }

  private static BlobId pending(Duration lease) {
    BlobId blob = Samples.newBlob();
    await(catalog.registerPending(blob, lease));
    return blob;
  }

  private static BlobId garbage(Duration age) {
    BlobId blob = Samples.newBlob();
    database.run(
        "INSERT INTO garbage (blob_id, since)"
            + " VALUES ($1, clock_timestamp() - $2::bigint * interval '1 millisecond')",
        blob.value(),
        age.toMillis());
    return blob;
  }

  private static List<UUID> rows(String table) {
    return database.ids("SELECT blob_id FROM " + table);
  }

  @Test
  void sweepsOnlyLapsedBlobs() {
    BlobId kept = pending(LONG);
    BlobId lapsed = pending(LAPSED);

    int swept = await(catalog.sweepLapsed());

    assertThat(swept).isEqualTo(1);
    assertThat(rows("pending_blobs")).containsExactly(kept.value());
    assertThat(rows("garbage")).containsExactly(lapsed.value());
  }

  @Test
  void renewsWhatIsStillPending() {
    BlobId lapsed = pending(LAPSED);
    BlobId swept = Samples.newBlob();

    Set<BlobId> renewed = await(catalog.renewPending(List.of(lapsed, swept), LONG));

    assertThat(renewed).containsExactly(lapsed);
    assertThat(await(catalog.sweepLapsed())).isZero();
    assertThat(await(catalog.renewPending(List.of(), LONG))).isEmpty();
  }

  @Test
  void forgetsAPendingBlob() {
    BlobId blob = pending(LAPSED);

    await(catalog.forgetPending(blob));

    assertThat(await(catalog.sweepLapsed())).isZero();
    assertThat(rows("garbage")).isEmpty();
  }

  @Test
  void findsGarbageOfAnAgeOldestFirst() {
    BlobId young = garbage(Duration.ofMinutes(1));
    BlobId old = garbage(Duration.ofMinutes(30));
    BlobId older = garbage(Duration.ofMinutes(40));

    List<BlobId> found = await(catalog.findGarbage(Duration.ofMinutes(10), 100));
    List<BlobId> oldest = await(catalog.findGarbage(Duration.ofMinutes(10), 1));
    List<BlobId> all = await(catalog.findGarbage(Duration.ZERO, 100));

    assertThat(found).containsExactly(older, old);
    assertThat(oldest).containsExactly(older);
    assertThat(all).containsExactly(older, old, young);
  }

  @Test
  void passesOverGarbageThatIsRead() {
    BlobId read = garbage(LONG);
    BlobId readOnce = garbage(LONG);
    BlobId unread = garbage(LONG);
    await(catalog.leaseForReading(List.of(read, read), LONG));
    await(catalog.leaseForReading(List.of(readOnce), LAPSED));

    List<BlobId> found = await(catalog.findGarbage(Duration.ZERO, 100));

    assertThat(found).containsExactlyInAnyOrder(unread, readOnce);
  }

  @Test
  void keepsTheLongestReadLease() {
    BlobId read = garbage(LONG);
    await(catalog.leaseForReading(List.of(read), LONG));

    await(catalog.leaseForReading(List.of(read), LAPSED));

    assertThat(await(catalog.findGarbage(Duration.ZERO, 100))).isEmpty();
  }

  @Test
  void forgetsLapsedReadLeases() {
    await(catalog.leaseForReading(List.of(Samples.newBlob()), LAPSED));
    BlobId kept = Samples.newBlob();
    await(catalog.leaseForReading(List.of(kept), LONG));

    await(catalog.sweepLapsed());

    assertThat(rows("read_leases")).containsExactly(kept.value());
  }

  @Test
  void forgetsGarbage() {
    BlobId removed = garbage(LONG);
    BlobId kept = garbage(LONG);

    await(catalog.forgetGarbage(List.of(removed, Samples.newBlob())));
    await(catalog.forgetGarbage(List.of()));

    assertThat(rows("garbage")).containsExactly(kept.value());
  }

  @Test
  void sweepsEachLapsedBlobOnceWhoeverSweeps() {
    IntStream.range(0, 200).forEach(i -> pending(LAPSED));
    List<Uni<Integer>> sweeps = IntStream.range(0, 8).mapToObj(i -> catalog.sweepLapsed()).toList();

    List<Integer> swept = await(Uni.join().all(sweeps).andFailFast());

    assertThat(swept.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
    assertThat(rows("garbage")).hasSize(200);
  }

  @Test
  void leasesOverlappingBlobsWithoutDeadlock() {
    List<BlobId> blobs = IntStream.range(0, 50).mapToObj(i -> Samples.newBlob()).toList();
    List<Uni<Void>> leases =
        IntStream.range(0, 32)
            .mapToObj(i -> catalog.leaseForReading(i % 2 == 0 ? blobs : blobs.reversed(), LONG))
            .toList();

    await(Uni.join().all(leases).andFailFast());

    assertThat(rows("read_leases")).hasSize(50);
  }
}
