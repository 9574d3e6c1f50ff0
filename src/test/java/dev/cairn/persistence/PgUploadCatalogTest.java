package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.multipart.UploadCatalog;
import dev.cairn.model.BlobId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Part;
import dev.cairn.model.StoredContent;
import dev.cairn.model.Upload;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Uploads in progress: their parts, and their end without an object. */
class PgUploadCatalogTest extends DatabaseSuite {
  private static UploadCatalog catalog;
  private static UploadScenario uploads;

  @BeforeAll
  static void newCatalog() {
    catalog = new PgUploadCatalog(database.database());
    uploads = new UploadScenario(catalog, new PgBlobCatalog(database.database()));
  }

  private static List<UUID> garbage() {
    return database.ids("SELECT blob_id FROM garbage");
  }

  private static List<UUID> pending() {
    return database.ids("SELECT blob_id FROM pending_blobs");
  }

  private static StoredContent ofBlob(BlobId blob) {
    return new StoredContent.Blob(blob, 5_000_000);
  }

  @Test
  void findsAnUploadByAllThatNamesIt() {
    Upload upload = uploads.begun(bucket, "a");

    assertThat(await(catalog.find(bucket, upload.key(), upload.id()))).contains(upload);
    assertThat(await(catalog.find(bucket, new ObjectKey("b"), upload.id()))).isEmpty();
    assertThat(await(catalog.find(database.newBucket(), upload.key(), upload.id()))).isEmpty();
  }

  @Test
  void refusesABucketThatIsGone() {
    Bucket gone =
        new Bucket(987_654, new BucketName("gone"), TestDatabase.OWNER, "", Instant.EPOCH);

    assertThatThrownBy(() -> await(catalog.create(gone, Samples.upload("a"))))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isEqualTo(new Failure.NoSuchBucket(gone.name())));
  }

  @Test
  void listsPartsInOrderOfTheirNumbers() {
    Upload upload = uploads.begun(bucket, "a");
    Part third = uploads.put(upload, 3, "three");
    Part first = uploads.put(upload, 1, "one");
    Part last = uploads.put(upload, 10_000, "last");

    assertThat(await(catalog.listParts(upload.id(), 0, 10)))
        .usingRecursiveComparison()
        .isEqualTo(List.of(first, third, last));
    assertThat(await(catalog.listParts(upload.id(), 1, 1)))
        .usingRecursiveComparison()
        .isEqualTo(List.of(third));
    assertThat(first.lastModified())
        .isEqualTo(first.lastModified().truncatedTo(ChronoUnit.MILLIS))
        .isAfter(Instant.now().minusSeconds(60));
  }

  @Test
  void replacesAPartOfTheSameNumber() {
    Upload upload = uploads.begun(bucket, "a");
    BlobId first = uploads.pendingBlob();
    BlobId second = uploads.pendingBlob();
    uploads.put(upload, 1, ofBlob(first));
    uploads.put(upload, 1, ofBlob(second));

    uploads.put(upload, 1, "inline");

    assertThat(await(catalog.listParts(upload.id(), 0, 10)))
        .extracting(Part::size)
        .containsExactly(6L);
    assertThat(garbage()).contains(first.value(), second.value());
    assertThat(pending()).doesNotContain(first.value(), second.value());
  }

  @Test
  void refusesAPartOfAnEndedUploadAndLeavesItsBlobPending() {
    Upload upload = uploads.begun(bucket, "a");
    BlobId blob = uploads.pendingBlob();
    await(catalog.abort(bucket, upload.key(), upload.id()));

    assertThatThrownBy(() -> uploads.put(upload, 1, ofBlob(blob)))
        .isInstanceOfSatisfying(
            FailureException.class,
            e ->
                assertThat(e.failure())
                    .isEqualTo(new Failure.NoSuchUpload(upload.id().toString())));
    assertThat(pending()).contains(blob.value());
  }

  @Test
  void refusesAPartWhoseBlobWasSwept() {
    Upload upload = uploads.begun(bucket, "a");

    assertThatThrownBy(() -> uploads.put(upload, 1, ofBlob(Samples.newBlob())))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));
    assertThat(await(catalog.listParts(upload.id(), 0, 10))).isEmpty();
  }

  @Test
  void releasesABlobWhoseLeaseIsRenewedMeanwhile() {
    Upload upload = uploads.begun(bucket, "a");
    BlobId blob = uploads.pendingBlob();
    StoredContent content = ofBlob(blob);

    Part part =
        database.whileLocked(
            "UPDATE pending_blobs SET lease_until = now() WHERE blob_id = $1",
            blob.value(),
            () -> catalog.publishPart(upload.id(), Samples.part(1, content), content));

    assertThat(part.number()).isEqualTo(1);
    assertThat(pending()).doesNotContain(blob.value());
  }

  @Test
  void abortsOnce() {
    Upload upload = uploads.begun(bucket, "a");
    BlobId blob = uploads.pendingBlob();
    uploads.put(upload, 1, ofBlob(blob));
    uploads.put(upload, 2, "inline");

    assertThat(await(catalog.abort(bucket, new ObjectKey("other"), upload.id()))).isFalse();
    assertThat(await(catalog.abort(bucket, upload.key(), upload.id()))).isTrue();
    assertThat(await(catalog.abort(bucket, upload.key(), upload.id()))).isFalse();

    assertThat(await(catalog.find(bucket, upload.key(), upload.id()))).isEmpty();
    assertThat(await(catalog.listParts(upload.id(), 0, 10))).isEmpty();
    assertThat(garbage()).contains(blob.value());
  }

  @Test
  void endsWithItsBucket() {
    Upload upload = uploads.begun(bucket, "a");
    BlobId blob = uploads.pendingBlob();
    uploads.put(upload, 1, ofBlob(blob));

    database.run("DELETE FROM buckets WHERE id = $1", bucket.id());

    assertThat(await(catalog.listParts(upload.id(), 0, 10))).isEmpty();
    assertThat(garbage()).contains(blob.value());
  }

  /** Each blob is garbage, or still pending with whoever was refused: none is lost. */
  @RepeatedTest(5)
  void losesNoBlobWhenAbortAndPartsRace() {
    Upload upload = uploads.begun(bucket, "a");
    List<BlobId> blobs = new ArrayList<>();
    List<Uni<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      BlobId blob = uploads.pendingBlob();
      blobs.add(blob);
      all.add(
          catalog
              .publishPart(upload.id(), Samples.part(i % 6 + 1, ofBlob(blob)), ofBlob(blob))
              .replaceWith(true)
              .onFailure(FailureException.class)
              .recoverWithItem(false));
    }
    all.add(7, catalog.abort(bucket, upload.key(), upload.id()));

    List<Boolean> done = await(Uni.join().all(all).andFailFast());

    assertThat(done.remove(7)).isTrue();
    assertThat(await(catalog.listParts(upload.id(), 0, 100))).isEmpty();
    for (int i = 0; i < blobs.size(); i++) {
      assertThat(done.get(i) ? garbage() : pending()).contains(blobs.get(i).value());
      assertThat(done.get(i) ? pending() : garbage()).doesNotContain(blobs.get(i).value());
    }
  }
}
