package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.ObjectCatalog.OpenObject;
import dev.cairn.core.object.ObjectCatalog.Selection;
import dev.cairn.core.object.Publication;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.core.object.WriteCondition.IfMatch;
import dev.cairn.model.BlobId;
import dev.cairn.model.ByteRange;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Segment;
import dev.cairn.model.StoredContent;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Finding, opening and deleting. */
class PgObjectCatalogReadTest extends ObjectCatalogSuite {
  private static PgBlobCatalog blobs;
  private static UploadScenario uploads;

  /** Somebody else, who acts while the catalog is in the middle of something. */
  private static Pool othersPool;

  private static ObjectCatalog othersCatalog;
  private static UploadScenario othersUploads;

  private static final ObjectKey KEY = new ObjectKey("a/b");

  @BeforeAll
  static void openOthers() {
    blobs = new PgBlobCatalog(database.database());
    uploads = new UploadScenario(new PgUploadCatalog(database.database()), blobs);
    othersPool = database.newPool();
    othersCatalog = new PgObjectCatalog(TestDatabase.over(othersPool));
    othersUploads =
        new UploadScenario(
            new PgUploadCatalog(TestDatabase.over(othersPool)),
            new PgBlobCatalog(TestDatabase.over(othersPool)));
  }

  @AfterAll
  static void closeOthers() {
    await(UniHelper.toUni(othersPool.close()));
  }

  private void put(String key, String text) {
    publish(Samples.inline(bucket, key, text));
  }

  private Optional<OpenObject> open(Selection selection) {
    return await(catalog.open(bucket, KEY, object -> selection));
  }

  private OpenObject open(long first, long last) {
    return open(new Selection.Bytes(new ByteRange(first, last))).orElseThrow();
  }

  @Test
  void findsNothingWhereNothingIs() {
    put("a", "neighbour");

    assertThat(await(catalog.find(bucket, KEY))).isEmpty();
    assertThat(open(new Selection.Bytes(ByteRange.all(1)))).isEmpty();
  }

  @Test
  void opensInlineBytes() {
    put("a/b", "some bytes");

    OpenObject opened = open(0, 9);

    assertThat(opened.object().size()).isEqualTo(10);
    assertThat(opened.object().metadata()).isEqualTo(Samples.FULL_METADATA);
    assertThat(opened.segments()).hasSize(1);
    assertThat(opened.segments().getFirst().position()).isZero();
    assertThat(((StoredContent.Inline) opened.segments().getFirst().content()).bytes())
        .isEqualTo("some bytes".getBytes(UTF_8));
  }

  @Test
  void opensABlob() {
    BlobId blob = uploads.pendingBlob();
    publish(Samples.blob(bucket, KEY.value(), blob));

    OpenObject opened = open(10, 20);

    assertThat(opened.range()).isEqualTo(new ByteRange(10, 20));
    assertThat(opened.segments())
        .containsExactly(new Segment(0, new StoredContent.Blob(blob, 1_000_000)));
  }

  @Test
  void failsWithWhatTheSelectionThrows() {
    put("a/b", "some bytes");

    assertThatThrownBy(
            () ->
                await(
                    catalog.open(
                        bucket,
                        KEY,
                        object -> {
                          throw new Failure.PreconditionFailed("If-Match").exception();
                        })))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isEqualTo(new Failure.PreconditionFailed("If-Match")));
  }

  @Test
  void opensOnlyThePartsThatARangeTouches() {
    uploads.assembled(bucket, KEY, "0123", "", "4567", "89");

    assertThat(texts(open(0, 9))).containsExactly("0:0123", "4:4567", "8:89");
    assertThat(texts(open(0, 0))).containsExactly("0:0123");
    assertThat(texts(open(3, 4))).containsExactly("0:0123", "4:4567");
    assertThat(texts(open(4, 7))).containsExactly("4:4567");
    assertThat(texts(open(5, 6))).containsExactly("4:4567");
    assertThat(texts(open(8, 9))).containsExactly("8:89");
    assertThat(texts(open(9, 9))).containsExactly("8:89");
  }

  private static List<String> texts(OpenObject opened) {
    return opened.segments().stream()
        .map(
            segment ->
                segment.position()
                    + ":"
                    + new String(((StoredContent.Inline) segment.content()).bytes(), UTF_8))
        .toList();
  }

  @Test
  void opensAPartByItsNumber() {
    uploads.assembled(bucket, KEY, "0123", "", "4567");

    OpenObject third = open(new Selection.PartNumber(3)).orElseThrow();
    OpenObject empty = open(new Selection.PartNumber(2)).orElseThrow();

    assertThat(third.range()).isEqualTo(new ByteRange(4, 7));
    assertThat(texts(third)).containsExactly("4:4567");
    assertThat(empty.range()).isEqualTo(new ByteRange(4, 3));
    assertThat(empty.segments()).isEmpty();
  }

  @Test
  void refusesAPartThatTheObjectLacks() {
    uploads.assembled(bucket, KEY, "0123", "4567");

    assertThatThrownBy(() -> open(new Selection.PartNumber(3)))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isEqualTo(new Failure.InvalidPartNumber(3, 2)));
  }

  @Test
  void opensAnAssembledObjectWithoutBytes() {
    uploads.assembled(bucket, KEY, "");

    OpenObject opened = open(0, -1);

    assertThat(opened.object().parts()).isEqualTo(1);
    assertThat(opened.segments()).isEmpty();
  }

  @Test
  void startsAgainWhenTheObjectIsReplacedMeanwhile() {
    uploads.assembled(bucket, KEY, "0123", "4567");
    AtomicReference<StoredObject> seen = new AtomicReference<>();

    // The selection is asked between the two statements: whatever runs in it, runs in between.
    Optional<OpenObject> opened =
        await(
            catalog.open(
                bucket,
                KEY,
                object -> {
                  if (seen.compareAndSet(null, object)) {
                    inAnotherThread(() -> othersUploads.assembled(bucket, KEY, "abcd", "ef"));
                  }
                  return new Selection.Bytes(ByteRange.all(object.size()));
                }));

    assertThat(seen.get().size()).isEqualTo(8);
    assertThat(opened.orElseThrow().object().size()).isEqualTo(6);
    assertThat(texts(opened.get())).containsExactly("0:abcd", "4:ef");
  }

  @Test
  void findsNothingWhenTheObjectIsDeletedMeanwhile() {
    uploads.assembled(bucket, KEY, "0123", "4567");

    Optional<OpenObject> opened =
        await(
            catalog.open(
                bucket,
                KEY,
                object -> {
                  inAnotherThread(
                      () -> await(othersCatalog.delete(bucket, List.of(KEY), WriteCondition.NONE)));
                  return new Selection.PartNumber(2);
                }));

    assertThat(opened).isEmpty();
  }

  private static void inAnotherThread(Runnable work) {
    Thread thread = Thread.ofPlatform().start(work);
    try {
      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void deletesWhatIsThere() {
    put("a/b", "one");
    put("a", "stays");

    await(catalog.delete(bucket, List.of(KEY, new ObjectKey("never there")), WriteCondition.NONE));
    await(catalog.delete(bucket, List.of(KEY), WriteCondition.NONE));
    await(catalog.delete(bucket, List.of(), WriteCondition.NONE));

    assertThat(await(catalog.find(bucket, KEY))).isEmpty();
    assertThat(await(catalog.find(bucket, new ObjectKey("a")))).isPresent();
  }

  @Test
  void deletesIfTheETagMatches() {
    Publication publication = Samples.inline(bucket, "a/b", "one");
    publish(publication);
    WriteCondition other = new IfMatch(List.of(new ETag("other")));
    WriteCondition same = new IfMatch(List.of(publication.eTag()));

    assertThat(failureOfDelete(other)).isEqualTo(new Failure.PreconditionFailed("If-Match"));
    await(catalog.delete(bucket, List.of(KEY), same));

    assertThat(failureOfDelete(same)).isEqualTo(new Failure.NoSuchKey(KEY));
    assertThat(failureOfDelete(new IfMatch(List.of()))).isEqualTo(new Failure.NoSuchKey(KEY));
  }

  private Failure failureOfDelete(WriteCondition condition) {
    return await(
        catalog
            .delete(bucket, List.of(KEY), condition)
            .map(done -> (Failure) null)
            .onFailure(FailureException.class)
            .recoverWithItem(e -> ((FailureException) e).failure()));
  }

  @Test
  void makesEveryBlobOfDeletedObjectsGarbage() {
    BlobId plain = uploads.pendingBlob();
    publish(Samples.blob(bucket, "plain", plain));
    List<BlobId> ofParts = uploads.assembledOfBlobs(bucket, KEY, 3);
    UUID owner = await(catalog.find(bucket, KEY)).orElseThrow().id().value();
    put("small", "inline");

    await(
        catalog.delete(
            bucket,
            List.of(KEY, new ObjectKey("plain"), new ObjectKey("small")),
            WriteCondition.NONE));

    assertThat(database.ids("SELECT blob_id FROM garbage"))
        .contains(plain.value())
        .containsAll(ofParts.stream().map(BlobId::value).toList());
    assertThat(database.ids("SELECT owner_id FROM parts WHERE owner_id = $1", owner)).isEmpty();
  }

  @Test
  void makesEveryBlobOfAReplacedAssembledObjectGarbage() {
    List<BlobId> ofParts = uploads.assembledOfBlobs(bucket, KEY, 3);
    UUID owner = await(catalog.find(bucket, KEY)).orElseThrow().id().value();

    put("a/b", "small");

    assertThat(database.ids("SELECT blob_id FROM garbage"))
        .containsAll(ofParts.stream().map(BlobId::value).toList());
    assertThat(database.ids("SELECT owner_id FROM parts WHERE owner_id = $1", owner)).isEmpty();
    assertThat(open(0, 4).segments()).hasSize(1);
  }
}
