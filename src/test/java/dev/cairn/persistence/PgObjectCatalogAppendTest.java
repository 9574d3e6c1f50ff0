package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.object.Growth;
import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.ObjectCatalog.Selection;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.BlobId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.ByteRange;
import dev.cairn.model.Checksum;
import dev.cairn.model.ContentHeaders;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StoredContent;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PgObjectCatalogAppendTest extends ObjectCatalogSuite {
  private static final ObjectKey KEY = new ObjectKey("log");

  private static UploadScenario uploads;

  @BeforeAll
  static void openUploads() {
    uploads =
        new UploadScenario(
            new PgUploadCatalog(database.database()), new PgBlobCatalog(database.database()));
  }

  /** Refuses what is not at the end, and counts. */
  private static Function<Optional<StoredObject>, Optional<Growth>> at(
      long position, ObjectMetadata metadata) {
    return there -> {
      long length = there.map(StoredObject::size).orElse(0L);
      if (length != position) {
        throw new Failure.PositionNotEqualToLength(KEY, position, length).exception();
      }
      int appends =
          there
                  .filter(object -> object.kind() instanceof ObjectKind.Appendable)
                  .map(object -> ((ObjectKind.Appendable) object.kind()).appends())
                  .orElse(0)
              + 1;
      ObjectId id = there.map(StoredObject::id).orElseGet(() -> new ObjectId(UUID.randomUUID()));
      return Optional.of(
          new Growth(id, eTag(appends), metadata, checksums(appends), appends, new byte[16]));
    };
  }

  private static ETag eTag(int appends) {
    return ETag.ofAppends(Samples.md5(new byte[] {(byte) appends}), appends);
  }

  private static List<Checksum> checksums(int appends) {
    return List.of(
        Checksum.ofBytes(
            DigestAlgorithm.CRC64ECMA, new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) appends}));
  }

  private StoredObject append(long position, String text) {
    return await(append(catalog, position, Samples.inlineContent(text)));
  }

  private StoredObject append(long position, BlobId blob) {
    return await(append(catalog, position, new StoredContent.Blob(blob, 1000)));
  }

  private Uni<StoredObject> append(ObjectCatalog by, long position, StoredContent content) {
    return by.append(bucket, KEY, content, at(position, Samples.FULL_METADATA));
  }

  private String read(ByteRange range) {
    var open = await(catalog.open(bucket, KEY, object -> new Selection.Bytes(range))).orElseThrow();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    open.segments()
        .forEach(segment -> bytes.writeBytes(((StoredContent.Inline) segment.content()).bytes()));
    long skipped = open.segments().isEmpty() ? 0 : open.segments().getFirst().position();
    return bytes
        .toString(UTF_8)
        .substring((int) (range.first() - skipped), (int) (range.last() + 1 - skipped));
  }

  private String read() {
    return read(ByteRange.all(found().size()));
  }

  private StoredObject found() {
    return await(catalog.find(bucket, KEY)).orElseThrow();
  }

  private static List<UUID> garbage(List<BlobId> of) {
    return database.ids(
        "SELECT blob_id FROM garbage WHERE blob_id = ANY ($1)",
        (Object) of.stream().map(BlobId::value).toArray(UUID[]::new));
  }

  @Test
  void beginsAnObjectThatIsReadWhole() {
    StoredObject made = append(0, "one");

    assertThat(made).usingRecursiveComparison().isEqualTo(found());
    assertThat(made.kind()).isEqualTo(new ObjectKind.Appendable(1));
    assertThat(made.size()).isEqualTo(3);
    assertThat(made.metadata()).isEqualTo(Samples.FULL_METADATA);
    assertThat(read()).isEqualTo("one");
  }

  @Test
  void growsInOrderAndKeepsItsId() {
    StoredObject begun = append(0, "one,");
    append(4, "two,");
    StoredObject grown = append(8, "three");

    assertThat(grown).usingRecursiveComparison().isEqualTo(found());
    assertThat(grown.id()).isEqualTo(begun.id());
    assertThat(grown.size()).isEqualTo(13);
    assertThat(grown.eTag()).isEqualTo(eTag(3));
    assertThat(grown.checksums()).usingRecursiveComparison().isEqualTo(checksums(3));
    assertThat(grown.kind()).isEqualTo(new ObjectKind.Appendable(3));
    assertThat(grown.lastModified()).isAfterOrEqualTo(begun.lastModified());
    assertThat(read()).isEqualTo("one,two,three");
    assertThat(read(new ByteRange(3, 8))).isEqualTo(",two,t");
  }

  @Test
  void isOnePartToReadersAndAppendableInListings() {
    append(0, "one");
    append(3, "two");

    var listed =
        await(catalog.list(bucket, new dev.cairn.core.object.ListRange("", "", "", 10)))
            .items()
            .getFirst();

    assertThat(listed.kind()).isEqualTo(new ObjectKind.Appendable(2));
    assertThat(listed.parts()).isZero();
    assertThat(listed.size()).isEqualTo(6);
  }

  @Test
  void growsFromNothing() {
    append(0, "");
    append(0, "bytes");

    assertThat(read()).isEqualTo("bytes");
    assertThat(read(new ByteRange(0, 0))).isEqualTo("b");
  }

  @Test
  void growsWhatWasWrittenAsAWhole() {
    BlobId blob = database.pendingBlob();
    publish(Samples.blob(bucket, KEY.value(), blob));

    StoredObject grown = append(1_000_000, "tail");

    assertThat(grown.size()).isEqualTo(1_000_004);
    assertThat(garbage(List.of(blob))).isEmpty();
    var open =
        await(
                catalog.open(
                    bucket, KEY, object -> new Selection.Bytes(ByteRange.all(object.size()))))
            .orElseThrow();
    assertThat(open.segments())
        .extracting(segment -> segment.position() + ":" + segment.content().size())
        .containsExactly("0:1000000", "1000000:4");
  }

  @Test
  void growsWhatWasAssembledFromParts() {
    uploads.assembled(bucket, KEY, "part1,", "part2,");

    StoredObject grown = append(12, "part3");

    assertThat(read()).isEqualTo("part1,part2,part3");
    assertThat(grown.kind()).isEqualTo(new ObjectKind.Appendable(1));
  }

  @Test
  void changesHeadersAndUserMetadataButNotWhoseItIs() {
    append(0, "one");
    ObjectMetadata other =
        ObjectMetadata.of(ContentHeaders.ofType("text/html"), Map.of("a", "b"), Optional.empty());

    await(catalog.append(bucket, KEY, Samples.inlineContent("two"), at(3, other)));

    ObjectMetadata kept = found().metadata();
    assertThat(kept.headers()).isEqualTo(other.headers());
    assertThat(kept.user()).isEqualTo(other.user());
    assertThat(kept.owner()).isEqualTo(Samples.FULL_METADATA.owner());
    assertThat(kept.acl()).isEqualTo(Samples.FULL_METADATA.acl());
    assertThat(kept.storageClass()).isEqualTo(Samples.FULL_METADATA.storageClass());
  }

  @Test
  void staysAsItIsWhereNothingIsToBecomeOfIt() {
    StoredObject begun = append(0, "one");

    StoredObject same =
        await(catalog.append(bucket, KEY, Samples.inlineContent(""), there -> Optional.empty()));

    assertThat(same).usingRecursiveComparison().isEqualTo(begun);
  }

  @Test
  void refusesAnotherPositionAndLeavesTheBlobToItsWriter() {
    append(0, "one");
    BlobId blob = database.pendingBlob();

    assertThatThrownBy(() -> append(2, blob))
        .isInstanceOfSatisfying(
            FailureException.class,
            e ->
                assertThat(e.failure()).isEqualTo(new Failure.PositionNotEqualToLength(KEY, 2, 3)));

    assertThat(database.isPending(blob)).isTrue();
    assertThat(read()).isEqualTo("one");
  }

  @Test
  void refusesABlobThatWasSweptWhetherFirstOrNext() {
    BlobId swept = Samples.newBlob();

    assertThatThrownBy(() -> append(0, swept))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));
    append(0, "one");
    assertThatThrownBy(() -> append(3, swept))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));

    assertThat(read()).isEqualTo("one");
  }

  @Test
  void refusesABucketThatIsGone() {
    Bucket gone =
        new Bucket(-1, new BucketName("gone"), TestDatabase.OWNER, "", java.time.Instant.EPOCH);

    assertThatThrownBy(
            () ->
                await(
                    catalog.append(
                        gone, KEY, Samples.inlineContent("one"), at(0, Samples.FULL_METADATA))))
        .isInstanceOfSatisfying(
            FailureException.class,
            e ->
                assertThat(e.failure())
                    .isEqualTo(new Failure.NoSuchBucket(new BucketName("gone"))));
  }

  @Test
  void ofManyAtOnePositionOneWins() {
    Pool otherReplica = database.newPool();
    ObjectCatalog other = new PgObjectCatalog(TestDatabase.over(otherReplica));
    String whole = "";
    for (int round = 0; round < 10; round++) {
      List<Uni<Optional<StoredObject>>> racing = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        racing.add(
            append(i % 2 == 0 ? catalog : other, whole.length(), Samples.inlineContent("<" + i))
                .map(Optional::of)
                .onFailure(
                    e ->
                        ((FailureException) e).failure()
                            instanceof Failure.PositionNotEqualToLength)
                .recoverWithItem(Optional.empty()));
      }

      List<Optional<StoredObject>> outcomes =
          await(Uni.join().all(racing).andFailFast().map(all -> all.stream().toList()));

      assertThat(outcomes).filteredOn(Optional::isPresent).hasSize(1);
      int winner =
          outcomes.indexOf(outcomes.stream().filter(Optional::isPresent).findFirst().get());
      whole += "<" + winner;
      assertThat(read()).isEqualTo(whole);
    }
    otherReplica.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void waitsForAWriterThatReplacesTheObjectAndIsThenRefused() {
    append(0, "one");

    Uni<Failure> late =
        append(catalog, 3, Samples.inlineContent("two"))
            .map(done -> (Failure) new Failure.Internal())
            .onFailure(FailureException.class)
            .recoverWithItem(e -> ((FailureException) e).failure());
    Failure refusal =
        database.whileLocked(
            "UPDATE objects SET id = gen_random_uuid(), size = 1, inline = 'x', appends = NULL"
                + " WHERE bucket_id = $1",
            bucket.id(),
            () -> late);

    assertThat(refusal).isEqualTo(new Failure.PositionNotEqualToLength(KEY, 3, 1));
  }

  @Test
  void lettingGoOfAGrownObjectMakesAllItsBlobsGarbage() {
    List<BlobId> replaced = grownOfBlobs();
    publish(Samples.inline(bucket, KEY.value(), "new"));
    assertThat(garbage(replaced)).hasSize(3);
    assertThat(found().kind()).isEqualTo(ObjectKind.NORMAL);

    await(catalog.delete(bucket, List.of(KEY), WriteCondition.NONE));
    List<BlobId> deleted = grownOfBlobs();
    assertThat(deleted).noneMatch(database::isPending);
    assertThat(garbage(deleted)).isEmpty();
    await(catalog.delete(bucket, List.of(KEY), WriteCondition.NONE));
    assertThat(garbage(deleted)).hasSize(3);

    assertThat(
            database.run(
                "SELECT FROM parts WHERE position IS NOT NULL AND owner_id NOT IN"
                    + " (SELECT id FROM objects)"))
        .isEmpty();
  }

  private List<BlobId> grownOfBlobs() {
    List<BlobId> made = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      BlobId blob = database.pendingBlob();
      append(i * 1000L, blob);
      made.add(blob);
    }
    return made;
  }
}
