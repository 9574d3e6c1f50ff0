package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.OWNER;
import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.bucket.BucketCatalog;
import dev.cairn.core.bucket.BucketSettings;
import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.PublishOutcome;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.BlobId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.CannedAcl;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredContent;
import dev.cairn.model.Upload;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PgBucketCatalogTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00.123456Z");

  private static TestDatabase database;
  private static Mutiny.SessionFactory sessions;
  private static BucketCatalog catalog;
  private static ObjectCatalog objects;
  private static UploadScenario uploads;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    sessions = TestSessions.on(database.url());
    catalog =
        new PgBucketCatalog(new Sessions(sessions, database.database()), InstantSource.fixed(NOW));
    objects = new PgObjectCatalog(database.database());
    uploads =
        new UploadScenario(
            new PgUploadCatalog(database.database()), new PgBlobCatalog(database.database()));
  }

  @AfterAll
  static void close() {
    sessions.close();
    database.close();
  }

  private static BucketName newName() {
    return new BucketName("bucket-" + UUID.randomUUID());
  }

  private static Bucket create(BucketName name) {
    return await(catalog.create(name, OWNER, BucketSettings.in("eu-1"))).orElseThrow();
  }

  private static Failure failureOf(Uni<?> result) {
    return await(
        result
            .map(done -> (Failure) null)
            .onFailure(FailureException.class)
            .recoverWithItem(e -> ((FailureException) e).failure()));
  }

  @Test
  void keepsWhatItsMakerSaid() {
    BucketName name = new BucketName("settled-" + System.nanoTime());
    BucketSettings settings =
        new BucketSettings("eu-1", Samples.GRANTS, Optional.of(StorageClass.ARCHIVE));

    await(catalog.create(name, OWNER, settings));

    Bucket found = await(catalog.find(name)).orElseThrow();
    assertThat(found.acl()).isEqualTo(Samples.GRANTS);
    assertThat(found.storageClass()).contains(StorageClass.ARCHIVE);
  }

  @Test
  void changesAccessAndStorageClass() {
    BucketName name = new BucketName("changed-" + System.nanoTime());
    Bucket made = await(catalog.create(name, OWNER, BucketSettings.in(""))).orElseThrow();

    await(catalog.setAcl(made, new Acl.Canned(CannedAcl.PUBLIC_READ)));
    await(catalog.setStorageClass(made, StorageClass.INFREQUENT_ACCESS));

    Bucket found = await(catalog.find(name)).orElseThrow();
    assertThat(found.acl()).isEqualTo(new Acl.Canned(CannedAcl.PUBLIC_READ));
    assertThat(found.storageClass()).contains(StorageClass.INFREQUENT_ACCESS);
  }

  @Test
  void findsWhatItCreated() {
    BucketName name = newName();

    Bucket made = create(name);

    assertThat(await(catalog.find(name))).contains(made);
    assertThat(made)
        .isEqualTo(
            new Bucket(made.id(), name, OWNER, "eu-1", Instant.parse("2026-05-01T12:00:00.123Z")));
    assertThat(await(catalog.find(newName()))).isEmpty();
  }

  @Test
  void createsANameOnce() {
    BucketName name = newName();
    Bucket made = create(name);

    Optional<Bucket> again = await(catalog.create(name, OWNER, BucketSettings.in("")));

    assertThat(again).isEmpty();
    assertThat(await(catalog.find(name))).contains(made);
  }

  @Test
  void createsANameOnceHoweverManyAsk() {
    BucketName name = newName();
    List<Uni<Optional<Bucket>>> attempts =
        IntStream.range(0, 16)
            .mapToObj(i -> catalog.create(name, OWNER, BucketSettings.in("")))
            .toList();

    List<Optional<Bucket>> made = await(Uni.join().all(attempts).andFailFast());

    assertThat(made).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void deletesABucketOnce() {
    Bucket bucket = create(newName());

    await(catalog.delete(bucket));

    assertThat(await(catalog.find(bucket.name()))).isEmpty();
    assertThat(failureOf(catalog.delete(bucket)))
        .isEqualTo(new Failure.NoSuchBucket(bucket.name()));
    assertThat(create(bucket.name()).id()).isNotEqualTo(bucket.id());
  }

  @Test
  void keepsABucketThatHoldsAnObject() {
    Bucket bucket = create(newName());
    Upload upload = uploads.begun(bucket, "b");
    await(objects.publish(List.of(Samples.inline(bucket, "a", "text"))));

    Failure failure = failureOf(catalog.delete(bucket));

    assertThat(failure).isEqualTo(new Failure.BucketNotEmpty(bucket.name()));
    assertThat(await(uploads.catalog().find(bucket, upload.key(), upload.id()))).isPresent();
  }

  @Test
  void deletesUploadsInProgressWithTheirBucket() {
    Bucket bucket = create(newName());
    Upload upload = uploads.begun(bucket, "a");
    BlobId blob = uploads.pendingBlob();
    uploads.put(upload, 1, new StoredContent.Blob(blob, 10));

    await(catalog.delete(bucket));

    assertThat(await(uploads.catalog().listParts(upload.id(), 0, 10))).isEmpty();
    assertThat(database.ids("SELECT blob_id FROM garbage")).contains(blob.value());
  }

  @RepeatedTest(5)
  void isEmptyOrStaysWhenAnObjectArrives() {
    Bucket bucket = create(newName());
    Uni<Boolean> delete =
        catalog.delete(bucket).replaceWith(true).onFailure().recoverWithItem(false);
    Uni<Boolean> publish =
        objects
            .publish(List.of(Samples.inline(bucket, "a", "text")))
            .map(outcomes -> outcomes.getFirst() instanceof PublishOutcome.Published);

    List<Boolean> done = await(Uni.join().all(delete, publish).andFailFast());

    assertThat(done.get(0)).isNotEqualTo(done.get(1));
    assertThat(await(catalog.find(bucket.name())).isPresent()).isEqualTo(done.get(1));
  }

  @Test
  void listsTheBucketsOfAnOwnerByName() {
    Account owner = new Account(new AccountId("lister"), "Lister", "");
    database.run("INSERT INTO accounts (id, display_name, email) VALUES ('lister', 'Lister', '')");
    for (String name : List.of("list-b", "list-a", "list.c", "list_d", "other", "LIST-z")) {
      await(catalog.create(new BucketName(name), owner, BucketSettings.in("")));
    }
    create(newName());

    assertThat(names(owner, "", "", 100))
        .containsExactly("LIST-z", "list-a", "list-b", "list.c", "list_d", "other");
    assertThat(names(owner, "list-", "", 100)).containsExactly("list-a", "list-b");
    assertThat(names(owner, "list_", "", 100)).containsExactly("list_d");
    assertThat(names(owner, "%", "", 100)).isEmpty();
    assertThat(names(owner, "", "list-a", 2)).containsExactly("list-b", "list.c");
    assertThat(names(owner, "list-", "list-b", 2)).isEmpty();
  }

  private static List<String> names(Account owner, String prefix, String after, int limit) {
    return await(catalog.list(owner.id(), prefix, after, limit)).stream()
        .map(bucket -> bucket.name().value())
        .toList();
  }
}
