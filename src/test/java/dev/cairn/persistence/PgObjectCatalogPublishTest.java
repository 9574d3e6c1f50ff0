package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.object.Publication;
import dev.cairn.core.object.PublishOutcome;
import dev.cairn.core.object.PublishOutcome.Published;
import dev.cairn.core.object.PublishOutcome.Rejected;
import dev.cairn.core.object.PublishOutcome.Unresolved;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.core.object.WriteCondition.IfAbsent;
import dev.cairn.core.object.WriteCondition.IfMatch;
import dev.cairn.model.BlobId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class PgObjectCatalogPublishTest extends ObjectCatalogSuite {
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
    BlobId blob = database.pendingBlob();

    publish(Samples.blob(bucket, "a", blob));

    assertThat(database.isPending(blob)).isFalse();
    assertThat(database.isGarbage(blob)).isFalse();
  }

  @Test
  void leavesABlobAloneWhoseLeaseWasSwept() {
    List<WriteCondition> conditions = List.of(WriteCondition.NONE, new IfAbsent());

    List<PublishOutcome> outcomes =
        conditions.stream()
            .map(c -> publish(Samples.blob(bucket, "a", Samples.newBlob(), c)))
            .toList();

    assertThat(outcomes).hasSize(2).hasOnlyElementsOfType(Unresolved.class);
    assertThat(await(catalog.find(bucket, new ObjectKey("a")))).isEmpty();
  }

  @Test
  void leavesTheBlobOfARefusedPublicationPending() {
    publish(Samples.inline(bucket, "a", "one"));
    BlobId absent = database.pendingBlob();
    BlobId match = database.pendingBlob();

    publish(Samples.blob(bucket, "a", absent, new IfAbsent()));
    publish(Samples.blob(bucket, "a", match, new IfMatch(List.of(new ETag("other")))));

    assertThat(database.isPending(absent)).isTrue();
    assertThat(database.isPending(match)).isTrue();
  }

  @Test
  void makesTheBlobOfAReplacedObjectGarbage() {
    BlobId first = database.pendingBlob();
    BlobId second = database.pendingBlob();
    BlobId third = database.pendingBlob();
    publish(Samples.blob(bucket, "a", first));
    publish(Samples.blob(bucket, "a", second));

    publish(Samples.blob(bucket, "a", third, new IfMatch(List.of())));

    assertThat(database.isGarbage(first)).isTrue();
    assertThat(database.isGarbage(second)).isTrue();
    assertThat(database.isGarbage(third)).isFalse();
    assertThat(database.isPending(third)).isFalse();
  }

  @Test
  void givesEachOfABatchItsOwnOutcome() {
    Bucket gone =
        new Bucket(987_654, new BucketName("gone"), TestDatabase.OWNER, "", Instant.EPOCH);
    publish(Samples.inline(bucket, "there", "one"));
    BlobId blob = database.pendingBlob();
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
    assertThat(outcomes.get(3)).isInstanceOf(Unresolved.class);
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
}
