package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.blob.FileBlobStore;
import dev.cairn.core.body.BytesBody;
import dev.cairn.core.body.DigestWorkers;
import dev.cairn.core.body.DirectSlabPool;
import dev.cairn.core.content.BlobContentStore;
import dev.cairn.core.content.BlobLeases;
import dev.cairn.core.content.BlobSinks;
import dev.cairn.core.content.ContentReader;
import dev.cairn.core.content.ReadLeases;
import dev.cairn.core.content.ReceivedContent;
import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.Publisher;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.core.upkeep.Scrub;
import dev.cairn.core.upkeep.ScrubCatalog;
import dev.cairn.core.upkeep.ScrubCatalog.Damage;
import dev.cairn.core.upkeep.ScrubCatalog.Finding;
import dev.cairn.model.BlobId;
import dev.cairn.model.Bucket;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.Part;
import dev.cairn.model.StoredContent;
import dev.cairn.model.Upload;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scrub on PostgreSQL and files. */
class ScrubTest {
  private static final int SIZE = 200_000;
  private static final long RATE = 1_000_000;

  private final TestDatabase database = TestDatabase.create();
  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final AtomicLong paused = new AtomicLong();
  private final ObjectCatalog objects = new PgObjectCatalog(database.database());
  private final PgBlobCatalog blobs = new PgBlobCatalog(database.database());
  private final PgUploadCatalog uploads = new PgUploadCatalog(database.database());
  private final ScrubCatalog catalog = new PgScrubCatalog(database.database());
  private final Bucket bucket = database.newBucket();
  private FileBlobStore store;
  private BlobContentStore contents;
  private Scrub scrub;

  @TempDir private Path folder;

  @BeforeEach
  void open() {
    store = new FileBlobStore(vertx, folder);
    BlobLeases leases = new BlobLeases(blobs, Duration.ofMinutes(1));
    contents =
        new BlobContentStore(
            new BlobSinks(store, leases, UUID::randomUUID, new DigestWorkers(threads)),
            new ContentReader(
                store, new ReadLeases(blobs, Duration.ofMinutes(1)), new DirectSlabPool(4 << 20)),
            () -> Runnable::run,
            1000);
    scrub =
        new Scrub(
            catalog,
            store,
            contents,
            new DigestWorkers(threads),
            duration -> {
              paused.addAndGet(duration.toNanos());
              return Uni.createFrom().voidItem();
            },
            new Scrub.Pace(RATE, Duration.ZERO));
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    threads.close();
    database.close();
  }

  private ReceivedContent received(int seed) {
    byte[] bytes = new byte[SIZE];
    new Random(seed).nextBytes(bytes);
    return await(contents.receive(BytesBody.of(bytes), Set.of(DigestAlgorithm.MD5)));
  }

  private static BlobId blob(ReceivedContent received) {
    return ((StoredContent.Blob) received.content()).id();
  }

  private BlobId put(String key, int seed) {
    ReceivedContent received = received(seed);
    await(
        new Publisher(objects, contents, UUID::randomUUID)
            .publish(
                new Publisher.Intent(
                    bucket, new ObjectKey(key), ObjectMetadata.NONE, WriteCondition.NONE),
                received,
                Set.of()));
    return blob(received);
  }

  private Path file(BlobId blob) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().contains(blob.toString()))
          .findFirst()
          .orElseThrow();
    }
  }

  private void flip(BlobId blob) throws IOException {
    byte[] bytes = Files.readAllBytes(file(blob));
    bytes[SIZE / 2] ^= 1;
    Files.write(file(blob), bytes);
  }

  /** Over everything, to the end of the pass. */
  private List<Finding> pass() {
    while (await(scrub.run()) > 0) {
      // There may be more.
    }
    return await(catalog.report(100)).findings();
  }

  @Test
  void saysNothingOfWhatIsAsItWasWritten() {
    IntStream.range(0, 5).forEach(i -> put("key-" + i, i));
    await(objects.publish(List.of(Samples.inline(bucket, "inline", "text"))));

    assertThat(pass()).isEmpty();
    assertThat(await(catalog.report(100)).passes()).isEqualTo(1);
    assertThat(await(catalog.report(100)).lastEnded()).isPresent();
  }

  @Test
  void findsEveryKindOfDamage() throws IOException {
    // Given
    BlobId flipped = put("flipped", 1);
    BlobId shortened = put("shortened", 2);
    BlobId longer = put("longer", 3);
    BlobId gone = put("gone", 4);
    put("healthy", 5);
    flip(flipped);
    Files.write(file(shortened), new byte[SIZE - 1]);
    Files.write(file(longer), new byte[SIZE + 1]);
    Files.delete(file(gone));

    // When
    List<Finding> findings = pass();

    // Then
    assertThat(findings)
        .extracting(Finding::blob, Finding::damage, Finding::key)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(flipped, Damage.DIGEST, "flipped"),
            org.assertj.core.groups.Tuple.tuple(shortened, Damage.LENGTH, "shortened"),
            org.assertj.core.groups.Tuple.tuple(longer, Damage.LENGTH, "longer"),
            org.assertj.core.groups.Tuple.tuple(gone, Damage.MISSING, "gone"));
    assertThat(findings).allMatch(finding -> finding.bucket().equals(bucket.name().value()));
    assertThat(await(catalog.report(0)).damaged()).isEqualTo(4);
  }

  @Test
  void findsADamagedPart() throws IOException {
    Upload upload = Samples.upload("parts");
    await(uploads.create(bucket, upload));
    ReceivedContent received = received(1);
    Part part =
        new Part(
            1,
            received.size(),
            received.digests().get(DigestAlgorithm.MD5),
            Instant.EPOCH,
            List.of());
    await(uploads.publishPart(upload.id(), part, received.content()));
    assertThat(pass()).isEmpty();

    flip(blob(received));

    assertThat(pass())
        .extracting(Finding::damage, Finding::key)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Damage.DIGEST, "parts"));
  }

  @Test
  void forgetsWhatWasRepairedOrReplaced() throws IOException {
    BlobId repaired = put("repaired", 1);
    BlobId replaced = put("replaced", 2);
    flip(repaired);
    flip(replaced);
    assertThat(pass()).hasSize(2);

    flip(repaired);
    put("replaced", 3);

    assertThat(pass()).isEmpty();
    assertThat(await(catalog.report(0)).damaged()).isZero();
  }

  @Test
  void removesNothing() throws IOException {
    BlobId flipped = put("flipped", 1);
    flip(flipped);

    pass();

    assertThat(file(flipped)).exists();
    assertThat(await(objects.find(bucket, new ObjectKey("flipped")))).isPresent();
    assertThat(database.isGarbage(flipped)).isFalse();
  }

  @Test
  void readsNoFasterThanItsRate() {
    put("one", 1);
    put("two", 2);

    pass();

    assertThat(Duration.ofNanos(paused.get()).toMillis())
        .isBetween(2 * SIZE * 1000 / RATE - 5, 2 * SIZE * 1000 / RATE);
  }

  @Test
  void letsOneProcessCheckAndAnotherGoOnWhereItWas() {
    // Given
    put("one", 1);
    put("two", 2);
    ScrubCatalog other = new PgScrubCatalog(database.database());
    Duration minute = Duration.ofMinutes(1);

    // When
    List<ScrubCatalog.Entry> first = await(catalog.next(1, minute, Duration.ZERO));
    List<ScrubCatalog.Entry> refused = await(other.next(1, minute, Duration.ZERO));
    await(catalog.checked(first.getFirst().blob(), Optional.empty(), Duration.ofMillis(-1)));
    List<ScrubCatalog.Entry> second = await(other.next(1, minute, Duration.ZERO));

    // Then
    assertThat(refused).isEmpty();
    assertThat(second).hasSize(1);
    assertThat(second.getFirst().blob()).isNotEqualTo(first.getFirst().blob());
    assertThat(await(catalog.next(1, minute, Duration.ZERO))).isEmpty();
  }

  @Test
  void waitsForTheNextPass() {
    put("one", 1);
    Duration day = Duration.ofDays(1);
    Duration minute = Duration.ofMinutes(1);

    List<ScrubCatalog.Entry> first = await(catalog.next(1, minute, day));
    await(catalog.checked(first.getFirst().blob(), Optional.empty(), minute));
    await(catalog.next(1, minute, day)); // which ends the pass

    assertThat(await(catalog.next(1, minute, day))).isEmpty();
    assertThat(await(catalog.report(0)).passes()).isEqualTo(1);
  }
}
