package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.multipart.Assembly;
import dev.cairn.core.multipart.UploadCatalog;
import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.core.object.WriteCondition.IfAbsent;
import dev.cairn.core.object.WriteCondition.IfMatch;
import dev.cairn.model.BlobId;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Part;
import dev.cairn.model.StoredContent;
import dev.cairn.model.StoredObject;
import dev.cairn.model.Upload;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Uploads that become objects. */
class PgUploadCatalogCompleteTest extends DatabaseSuite {
  private static final ObjectKey KEY = new ObjectKey("a");

  private static UploadCatalog catalog;
  private static ObjectCatalog objects;
  private static UploadScenario uploads;

  @BeforeAll
  static void newCatalogs() {
    catalog = new PgUploadCatalog(database.database());
    objects = new PgObjectCatalog(database.database());
    uploads = new UploadScenario(catalog, new PgBlobCatalog(database.database()));
  }

  private Uni<StoredObject> complete(
      Upload upload,
      byte[] fingerprint,
      WriteCondition condition,
      BiFunction<Upload, List<Part>, Assembly> assemble) {
    return catalog.complete(bucket, upload.key(), upload.id(), fingerprint, condition, assemble);
  }

  private Uni<StoredObject> complete(Upload upload, WriteCondition condition) {
    return complete(
        upload,
        UploadScenario.FINGERPRINT,
        condition,
        (same, parts) -> UploadScenario.assembly(parts, Set.of()));
  }

  private static Failure failureOf(Uni<?> result) {
    return await(
        result
            .map(done -> (Failure) null)
            .onFailure(FailureException.class)
            .recoverWithItem(e -> ((FailureException) e).failure()));
  }

  private static List<UUID> garbage() {
    return database.ids("SELECT blob_id FROM garbage");
  }

  @Test
  void makesAnObjectOfTheNamedParts() {
    Upload upload = uploads.begun(bucket, "a");
    BlobId unnamed = uploads.pendingBlob();
    uploads.put(upload, 1, "one");
    uploads.put(upload, 2, new StoredContent.Blob(unnamed, 77));
    uploads.put(upload, 4, "four");
    Checksum checksum =
        new Checksum(DigestAlgorithm.CRC32, Checksum.Type.COMPOSITE, new byte[4], 2);

    StoredObject made =
        await(
            complete(
                upload,
                UploadScenario.FINGERPRINT,
                WriteCondition.NONE,
                (same, parts) -> {
                  assertThat(same).isEqualTo(upload);
                  assertThat(parts).extracting(Part::number).containsExactly(1, 2, 4);
                  return new Assembly(List.of(1, 4), 7, new ETag("tag-2"), List.of(checksum));
                }));

    StoredObject found = await(objects.find(bucket, KEY)).orElseThrow();
    assertThat(found).usingRecursiveComparison().isEqualTo(made);
    assertThat(made)
        .usingRecursiveComparison()
        .ignoringFields("lastModified")
        .isEqualTo(
            new StoredObject(
                new ObjectId(upload.id().value()),
                KEY,
                7,
                new ETag("tag-2"),
                made.lastModified(),
                upload.metadata(),
                List.of(checksum),
                2));
    assertThat(garbage()).contains(unnamed.value());
    assertThat(await(catalog.find(bucket, KEY, upload.id()))).isEmpty();
    assertThat(await(catalog.listParts(upload.id(), 0, 10)))
        .extracting(Part::number)
        .containsExactly(1, 4);
  }

  @Test
  void answersTheSameAgain() {
    Upload upload = uploads.begun(bucket, "a");
    uploads.put(upload, 1, "one");
    StoredObject first = await(complete(upload, WriteCondition.NONE));
    await(objects.publish(List.of(Samples.inline(bucket, "a", "replaced since"))));

    StoredObject again = await(complete(upload, new IfAbsent()));

    assertThat(again).usingRecursiveComparison().isEqualTo(first);
    assertThat(await(objects.find(bucket, KEY)).orElseThrow().size()).isEqualTo(14);
  }

  @Test
  void knowsNoFinishedUploadByAnotherListOfParts() {
    Upload upload = uploads.begun(bucket, "a");
    uploads.put(upload, 1, "one");
    await(complete(upload, WriteCondition.NONE));

    Failure failure =
        failureOf(complete(upload, new byte[] {9}, WriteCondition.NONE, (same, parts) -> null));

    assertThat(failure).isEqualTo(new Failure.NoSuchUpload(upload.id().toString()));
  }

  @Test
  void forgetsFinishedUploadsOfAnAge() {
    Upload upload = uploads.begun(bucket, "a");
    uploads.put(upload, 1, "one");
    await(complete(upload, WriteCondition.NONE));

    int none = await(catalog.forgetFinished(Duration.ofHours(24)));
    int forgotten = await(catalog.forgetFinished(Duration.ofSeconds(-1)));

    assertThat(none).isZero();
    assertThat(forgotten).isPositive();
    assertThat(failureOf(complete(upload, WriteCondition.NONE)))
        .isInstanceOf(Failure.NoSuchUpload.class);
    assertThat(await(objects.find(bucket, KEY))).isPresent();
  }

  @Test
  void changesNothingWhenTheAssemblyIsRefused() {
    Upload upload = uploads.begun(bucket, "a");
    uploads.put(upload, 1, "one");
    Failure refusal = new Failure.InvalidPartOrder(upload.id().toString());

    Failure failure =
        failureOf(
            complete(
                upload,
                UploadScenario.FINGERPRINT,
                WriteCondition.NONE,
                (same, parts) -> {
                  throw refusal.exception();
                }));

    assertThat(failure).isEqualTo(refusal);
    assertThat(await(objects.find(bucket, KEY))).isEmpty();
    assertThat(await(complete(upload, WriteCondition.NONE)).size()).isEqualTo(3);
  }

  @Test
  void changesNothingWhenTheConditionDoesNotHold() {
    Upload upload = uploads.begun(bucket, "a");
    uploads.put(upload, 1, "one");

    Failure missing = failureOf(complete(upload, new IfMatch(List.of())));
    await(objects.publish(List.of(Samples.inline(bucket, "a", "there"))));
    Failure exists = failureOf(complete(upload, new IfAbsent()));
    Failure other = failureOf(complete(upload, new IfMatch(List.of(new ETag("other")))));

    assertThat(missing).isEqualTo(new Failure.NoSuchKey(KEY));
    assertThat(exists).isEqualTo(new Failure.PreconditionFailed("If-None-Match"));
    assertThat(other).isEqualTo(new Failure.PreconditionFailed("If-Match"));
    assertThat(await(catalog.find(bucket, KEY, upload.id()))).contains(upload);
    assertThat(await(complete(upload, new IfMatch(List.of()))).size()).isEqualTo(3);
  }

  @Test
  void letsGoOfTheObjectThatItReplaces() {
    List<BlobId> replaced = uploads.assembledOfBlobs(bucket, KEY, 3);

    List<BlobId> now = uploads.assembledOfBlobs(bucket, KEY, 2);

    assertThat(garbage())
        .containsAll(replaced.stream().map(BlobId::value).toList())
        .doesNotContainAnyElementsOf(now.stream().map(BlobId::value).toList());
  }

  @RepeatedTest(3)
  void completesOnceHoweverManyAsk() {
    Upload upload = uploads.begun(bucket, "a");
    uploads.put(upload, 1, "one");
    uploads.put(upload, 2, "two");
    List<Uni<StoredObject>> attempts =
        IntStream.range(0, 12).mapToObj(i -> complete(upload, new IfAbsent())).toList();

    List<StoredObject> answers = await(Uni.join().all(attempts).andFailFast());

    assertThat(answers)
        .extracting(StoredObject::lastModified)
        .containsOnly(answers.getFirst().lastModified());
    assertThat(answers).extracting(StoredObject::size).containsOnly(6L);
  }

  @RepeatedTest(3)
  void losesNoBlobWhenCompletionAndPartsRace() {
    Upload upload = uploads.begun(bucket, "a");
    uploads.put(upload, 1, new StoredContent.Blob(uploads.pendingBlob(), 10));
    List<BlobId> blobs = new ArrayList<>();
    List<Uni<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      BlobId blob = uploads.pendingBlob();
      blobs.add(blob);
      StoredContent content = new StoredContent.Blob(blob, 10);
      all.add(
          catalog
              .publishPart(upload.id(), Samples.part(i % 5 + 1, content), content)
              .replaceWith(true)
              .onFailure(FailureException.class)
              .recoverWithItem(false));
    }
    all.add(5, complete(upload, WriteCondition.NONE).replaceWith(true));

    List<Boolean> done = await(Uni.join().all(all).andFailFast());

    done.remove(5);
    List<UUID> referenced = database.ids("SELECT blob_id FROM parts WHERE blob_id IS NOT NULL");
    List<UUID> pending = database.ids("SELECT blob_id FROM pending_blobs");
    for (int i = 0; i < blobs.size(); i++) {
      UUID blob = blobs.get(i).value();
      int mentions =
          (referenced.contains(blob) ? 1 : 0)
              + (garbage().contains(blob) ? 1 : 0)
              + (pending.contains(blob) ? 1 : 0);
      assertThat(mentions).isEqualTo(1);
      assertThat(pending.contains(blob)).isEqualTo(!done.get(i));
    }
    StoredObject made = await(objects.find(bucket, KEY)).orElseThrow();
    assertThat(await(catalog.listParts(upload.id(), 0, 100)).stream().mapToLong(Part::size).sum())
        .isEqualTo(made.size());
  }

  @Test
  void completesTenThousandParts() {
    Upload upload = uploads.begun(bucket, "a");
    database.run(
        """
        INSERT INTO parts (owner_id, number, size, md5, modified, blob_id)
        SELECT $1, i, 5242880, decode(md5(i::text), 'hex'), now(), gen_random_uuid()
        FROM generate_series(1, 10000) AS i
        """,
        upload.id().value());
    long begin = System.nanoTime();

    StoredObject made = await(complete(upload, WriteCondition.NONE));

    System.out.printf("10,000 parts completed in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
    assertThat(made.parts()).isEqualTo(10_000);
    assertThat(made.size()).isEqualTo(10_000 * 5_242_880L);
    assertThat(
            database
                .run(
                    "SELECT position FROM parts WHERE owner_id = $1 AND number = 10000",
                    upload.id().value())
                .getFirst()
                .getLong(0))
        .isEqualTo(9_999 * 5_242_880L);
    long deleted = System.nanoTime();
    await(objects.delete(bucket, List.of(KEY), WriteCondition.NONE));
    System.out.printf("and deleted in %d ms%n", (System.nanoTime() - deleted) / 1_000_000);
  }
}
