package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.Publication;
import dev.cairn.core.object.PublishOutcome;
import dev.cairn.core.object.PublishOutcome.Published;
import dev.cairn.core.object.PublishOutcome.Rejected;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.core.object.WriteCondition.IfAbsent;
import dev.cairn.core.object.WriteCondition.IfMatch;
import dev.cairn.model.Acl;
import dev.cairn.model.BlobId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.CannedAcl;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PgObjectCatalogPublishTest {
  private static TestDatabase database;
  private static ObjectCatalog catalog;
  private static PgBlobCatalog blobs;

  private Bucket bucket;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    catalog = new PgObjectCatalog(database.pool());
    blobs = new PgBlobCatalog(database.pool());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void freshBucket() {
    bucket = database.newBucket();
  }

  private static PublishOutcome publish(Publication publication) {
    return await(catalog.publish(List.of(publication))).getFirst();
  }

  private static Failure refusal(PublishOutcome outcome) {
    return ((Rejected) outcome).failure();
  }

  private static BlobId pendingBlob() {
    BlobId blob = Samples.newBlob();
    await(blobs.registerPending(blob, Duration.ofMinutes(5)));
    return blob;
  }

  private StoredObject find(String key) {
    return await(catalog.find(bucket, new ObjectKey(key))).orElseThrow();
  }

  private static boolean isGarbage(BlobId blob) {
    return !database.ids("SELECT blob_id FROM garbage WHERE blob_id = $1", blob.value()).isEmpty();
  }

  private static boolean isPending(BlobId blob) {
    return !database
        .ids("SELECT blob_id FROM pending_blobs WHERE blob_id = $1", blob.value())
        .isEmpty();
  }

  @Test
  void keepsEverythingThatIsPublished() {
    Publication publication = Samples.inline(bucket, "käse/\ud83e\uddc0", "cheese");

    PublishOutcome outcome = publish(publication);

    Instant modified = ((Published) outcome).lastModified();
    StoredObject found = find("käse/\ud83e\uddc0");
    assertThat(found)
        .usingRecursiveComparison()
        .isEqualTo(
            new StoredObject(
                publication.id(),
                publication.key(),
                6,
                publication.eTag(),
                modified,
                publication.metadata(),
                publication.checksums(),
                0));
    assertThat(modified).isEqualTo(modified.truncatedTo(ChronoUnit.MILLIS));
    assertThat(modified).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
  }

  @Test
  void setsTagsInTheirOrder() {
    publish(Samples.inline(bucket, "a", "one"));
    LinkedHashMap<String, String> tags = new LinkedHashMap<>();
    tags.put("longer", "1");
    tags.put("b", "");
    tags.put("a", "\u00e4");

    await(catalog.setTags(bucket, new ObjectKey("a"), tags));

    assertThat(find("a").metadata().tags()).containsExactlyEntriesOf(tags);
  }

  @ParameterizedTest
  @MethodSource("acls")
  void setsTheAccessControlList(Acl acl) {
    publish(Samples.inline(bucket, "a", "one"));

    boolean set = await(catalog.setAcl(bucket, find("a"), acl));

    assertThat(set).isTrue();
    assertThat(find("a").metadata().acl()).isEqualTo(acl);
  }

  static Stream<Acl> acls() {
    return Stream.of(
        Acl.PRIVATE,
        new Acl.Canned(CannedAcl.PUBLIC_READ_WRITE),
        new Acl.Inherited(),
        new Acl.Granted(List.of()),
        new Acl.Granted(List.of(), false),
        Samples.GRANTS);
  }

  @Test
  void setsNothingOfAnObjectThatWasReplaced() {
    publish(Samples.inline(bucket, "a", "one"));
    StoredObject seen = find("a");
    publish(Samples.inline(bucket, "a", "two"));

    boolean set = await(catalog.setAcl(bucket, seen, new Acl.Canned(CannedAcl.PUBLIC_READ)));

    assertThat(set).isFalse();
    assertThat(find("a").metadata().acl()).isEqualTo(seen.metadata().acl());
  }

  @Test
  void replacesWithoutACondition() {
    publish(Samples.inline(bucket, "a", "one"));

    PublishOutcome outcome = publish(Samples.inline(bucket, "a", "three"));

    assertThat(outcome).isInstanceOf(Published.class);
    assertThat(find("a").size()).isEqualTo(5);
    assertThat(find("a").lastModified()).isEqualTo(((Published) outcome).lastModified());
  }

  @Test
  void publishesIfAbsentOnlyOnce() {
    publish(Samples.inline(bucket, "a", "one", new IfAbsent()));

    PublishOutcome outcome = publish(Samples.inline(bucket, "a", "three", new IfAbsent()));

    assertThat(refusal(outcome)).isEqualTo(new Failure.PreconditionFailed("If-None-Match"));
    assertThat(find("a").size()).isEqualTo(3);
  }

  @Test
  void publishesIfTheETagMatches() {
    Publication first = Samples.inline(bucket, "a", "one");
    publish(first);
    IfMatch condition = new IfMatch(List.of(new ETag("other"), first.eTag()));

    PublishOutcome outcome = publish(Samples.inline(bucket, "a", "three", condition));

    assertThat(outcome).isInstanceOf(Published.class);
    assertThat(find("a").size()).isEqualTo(5);
  }

  @Test
  void refusesAnotherETag() {
    publish(Samples.inline(bucket, "a", "one"));
    IfMatch condition = new IfMatch(List.of(new ETag("other")));

    PublishOutcome outcome = publish(Samples.inline(bucket, "a", "three", condition));

    assertThat(refusal(outcome)).isEqualTo(new Failure.PreconditionFailed("If-Match"));
    assertThat(find("a").size()).isEqualTo(3);
  }

  @Test
  void matchesAnyObjectWithoutETags() {
    publish(Samples.inline(bucket, "a", "one"));

    PublishOutcome outcome = publish(Samples.inline(bucket, "a", "two!", new IfMatch(List.of())));

    assertThat(outcome).isInstanceOf(Published.class);
  }

  @Test
  void matchesNothingWhereThereIsNoObject() {
    PublishOutcome outcome = publish(Samples.inline(bucket, "a", "one", new IfMatch(List.of())));

    assertThat(refusal(outcome)).isEqualTo(new Failure.NoSuchKey(new ObjectKey("a")));
  }

  @Test
  void refusesABucketThatIsGone() {
    Bucket gone =
        new Bucket(987_654, new BucketName("gone"), TestDatabase.OWNER, "", Instant.EPOCH);
    List<WriteCondition> conditions =
        List.of(WriteCondition.NONE, new IfAbsent(), new IfMatch(List.of()));

    List<Failure> failures =
        conditions.stream()
            .map(condition -> refusal(publish(Samples.inline(gone, "a", "one", condition))))
            .toList();

    assertThat(failures).hasSize(3).containsOnly(new Failure.NoSuchBucket(gone.name()));
  }

  @Test
  void takesThePublishedBlobOutOfThePendingOnes() {
    BlobId blob = pendingBlob();

    publish(Samples.blob(bucket, "a", blob));

    assertThat(isPending(blob)).isFalse();
    assertThat(isGarbage(blob)).isFalse();
  }

  @Test
  void refusesABlobWhoseLeaseWasSwept() {
    List<WriteCondition> conditions = List.of(WriteCondition.NONE, new IfAbsent());

    List<Failure> failures =
        conditions.stream()
            .map(c -> refusal(publish(Samples.blob(bucket, "a", Samples.newBlob(), c))))
            .toList();

    assertThat(failures).hasSize(2).hasOnlyElementsOfType(Failure.Unavailable.class);
    assertThat(await(catalog.find(bucket, new ObjectKey("a")))).isEmpty();
  }

  @Test
  void leavesTheBlobOfARefusedPublicationPending() {
    publish(Samples.inline(bucket, "a", "one"));
    BlobId absent = pendingBlob();
    BlobId match = pendingBlob();

    publish(Samples.blob(bucket, "a", absent, new IfAbsent()));
    publish(Samples.blob(bucket, "a", match, new IfMatch(List.of(new ETag("other")))));

    assertThat(isPending(absent)).isTrue();
    assertThat(isPending(match)).isTrue();
  }

  @Test
  void makesTheBlobOfAReplacedObjectGarbage() {
    BlobId first = pendingBlob();
    BlobId second = pendingBlob();
    BlobId third = pendingBlob();
    publish(Samples.blob(bucket, "a", first));
    publish(Samples.blob(bucket, "a", second));

    publish(Samples.blob(bucket, "a", third, new IfMatch(List.of())));

    assertThat(isGarbage(first)).isTrue();
    assertThat(isGarbage(second)).isTrue();
    assertThat(isGarbage(third)).isFalse();
    assertThat(isPending(third)).isFalse();
  }

  @Test
  void givesEachOfABatchItsOwnOutcome() {
    Bucket gone =
        new Bucket(987_654, new BucketName("gone"), TestDatabase.OWNER, "", Instant.EPOCH);
    publish(Samples.inline(bucket, "there", "one"));
    BlobId blob = pendingBlob();
    List<Publication> batch =
        List.of(
            Samples.inline(bucket, "z", "inline"),
            Samples.inline(gone, "a", "one"),
            Samples.inline(bucket, "there", "two", new IfAbsent()),
            Samples.blob(bucket, "lost", Samples.newBlob()),
            Samples.blob(bucket, "b", blob),
            Samples.inline(bucket, "missing", "x", new IfMatch(List.of())),
            Samples.inline(bucket, "new", "x", new IfAbsent()),
            Samples.inline(bucket, "there", "longer", new IfMatch(List.of())));

    List<PublishOutcome> outcomes = await(catalog.publish(batch));

    assertThat(outcomes).hasSize(8);
    assertThat(outcomes.get(0)).isInstanceOf(Published.class);
    assertThat(refusal(outcomes.get(1))).isInstanceOf(Failure.NoSuchBucket.class);
    assertThat(refusal(outcomes.get(2))).isInstanceOf(Failure.PreconditionFailed.class);
    assertThat(refusal(outcomes.get(3))).isInstanceOf(Failure.Unavailable.class);
    assertThat(outcomes.get(4)).isInstanceOf(Published.class);
    assertThat(refusal(outcomes.get(5))).isInstanceOf(Failure.NoSuchKey.class);
    assertThat(outcomes.get(6)).isInstanceOf(Published.class);
    assertThat(outcomes.get(7)).isInstanceOf(Published.class);
    assertThat(find("there").size()).isEqualTo(6);
  }

  @Test
  void publishesOneKeySeveralTimesInTheOrderOfTheBatch() {
    List<Publication> batch =
        List.of(
            Samples.inline(bucket, "a", "1", new IfAbsent()),
            Samples.inline(bucket, "b", "1"),
            Samples.inline(bucket, "a", "22"),
            Samples.inline(bucket, "a", "333", new IfAbsent()),
            Samples.inline(bucket, "a", "4444"));

    List<PublishOutcome> outcomes = await(catalog.publish(batch));

    assertThat(outcomes.get(3)).isInstanceOf(Rejected.class);
    assertThat(outcomes).filteredOn(Published.class::isInstance).hasSize(4);
    assertThat(find("a").size()).isEqualTo(4);
  }

  @Test
  void letsExactlyOneOfManyPublishIfAbsent() {
    Pool replica = database.newPool();
    List<ObjectCatalog> replicas = List.of(catalog, new PgObjectCatalog(replica));
    List<BlobId> contenders = IntStream.range(0, 32).mapToObj(i -> pendingBlob()).toList();
    List<Uni<List<PublishOutcome>>> attempts = new ArrayList<>();
    for (int i = 0; i < contenders.size(); i++) {
      Publication publication = Samples.blob(bucket, "a", contenders.get(i), new IfAbsent());
      attempts.add(replicas.get(i % 2).publish(List.of(publication)));
    }

    List<PublishOutcome> outcomes = all(attempts);

    assertThat(outcomes).filteredOn(Published.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Rejected.class::isInstance)
        .extracting(PgObjectCatalogPublishTest::refusal)
        .containsOnly(new Failure.PreconditionFailed("If-None-Match"));
    assertThat(contenders).filteredOn(PgObjectCatalogPublishTest::isPending).hasSize(31);
    replica.close();
  }

  @Test
  void letsExactlyOneOfManyReplaceAnETag() {
    Publication first = Samples.inline(bucket, "a", "first");
    publish(first);
    IfMatch condition = new IfMatch(List.of(first.eTag()));
    List<Uni<List<PublishOutcome>>> attempts =
        IntStream.range(0, 32)
            .mapToObj(
                i -> catalog.publish(List.of(Samples.blob(bucket, "a", pendingBlob(), condition))))
            .toList();

    List<PublishOutcome> outcomes = all(attempts);

    assertThat(outcomes).filteredOn(Published.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Rejected.class::isInstance)
        .extracting(PgObjectCatalogPublishTest::refusal)
        .containsOnly(new Failure.PreconditionFailed("If-Match"));
  }

  @Test
  void makesTheBlobOfEveryLoserOfManyReplacementsGarbage() {
    List<BlobId> contenders = IntStream.range(0, 32).mapToObj(i -> pendingBlob()).toList();

    all(
        contenders.stream()
            .map(b -> catalog.publish(List.of(Samples.blob(bucket, "a", b))))
            .toList());

    assertThat(contenders).filteredOn(PgObjectCatalogPublishTest::isGarbage).hasSize(31);
    assertThat(contenders).noneMatch(PgObjectCatalogPublishTest::isPending);
  }

  /**
   * What is renewed by one and published by the other at once is published, and not swept later.
   */
  @Test
  void releasesABlobWhoseLeaseIsRenewedMeanwhile() {
    List<WriteCondition> conditions =
        List.of(WriteCondition.NONE, new IfAbsent(), new IfMatch(List.of()));
    publish(Samples.inline(bucket, "key-2", "there"));
    for (int i = 0; i < conditions.size(); i++) {
      BlobId blob = pendingBlob();
      Publication publication = Samples.blob(bucket, "key-" + i, blob, conditions.get(i));

      PublishOutcome outcome =
          database.whileLocked(
              "UPDATE pending_blobs SET lease_until = now() WHERE blob_id = $1",
              blob.value(),
              () -> catalog.publish(List.of(publication)).map(List::getFirst));

      assertThat(outcome).isInstanceOf(Published.class);
      assertThat(isPending(blob)).isFalse();
    }
  }

  @Test
  void refusesABlobThatIsSweptMeanwhile() {
    BlobId blob = pendingBlob();

    PublishOutcome outcome =
        database.whileLocked(
            "DELETE FROM pending_blobs WHERE blob_id = $1",
            blob.value(),
            () -> catalog.publish(List.of(Samples.blob(bucket, "a", blob))).map(List::getFirst));

    assertThat(refusal(outcome)).isInstanceOf(Failure.Unavailable.class);
    assertThat(await(catalog.find(bucket, new ObjectKey("a")))).isEmpty();
  }

  @Test
  void publishesOverlappingBatchesWithoutDeadlock() {
    List<Uni<List<PublishOutcome>>> attempts = new ArrayList<>();
    for (int batch = 0; batch < 24; batch++) {
      List<Publication> publications = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        publications.add(Samples.inline(bucket, "key-" + i, "text of " + batch));
      }
      Collections.shuffle(publications, new Random(batch));
      attempts.add(catalog.publish(publications));
    }

    List<PublishOutcome> outcomes = all(attempts);

    assertThat(outcomes).hasSize(24 * 40).hasOnlyElementsOfType(Published.class);
  }

  private static List<PublishOutcome> all(List<Uni<List<PublishOutcome>>> attempts) {
    List<List<PublishOutcome>> outcomes = await(Uni.join().all(attempts).andFailFast());
    return outcomes.stream().flatMap(List::stream).toList();
  }
}
