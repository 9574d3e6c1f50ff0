package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.Publication;
import dev.cairn.core.object.PublishOutcome;
import dev.cairn.core.object.PublishOutcome.Published;
import dev.cairn.core.object.PublishOutcome.Rejected;
import dev.cairn.core.object.PublishOutcome.Unresolved;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.core.object.WriteCondition.Always;
import dev.cairn.core.object.WriteCondition.IfAbsent;
import dev.cairn.core.object.WriteCondition.IfMatch;
import dev.cairn.model.BlobId;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Publications that meet each other, or whoever renews and sweeps their blobs. */
class PgObjectCatalogRaceTest extends ObjectCatalogSuite {
  @Test
  void letsExactlyOneOfManyPublishIfAbsent() {
    Pool replica = database.newPool();
    List<ObjectCatalog> replicas =
        List.of(catalog, new PgObjectCatalog(TestDatabase.over(replica)));
    List<BlobId> contenders = IntStream.range(0, 32).mapToObj(i -> database.pendingBlob()).toList();
    List<Uni<List<PublishOutcome>>> attempts = new ArrayList<>();
    for (int i = 0; i < contenders.size(); i++) {
      Publication publication = Samples.blob(bucket, "a", contenders.get(i), new IfAbsent());
      attempts.add(replicas.get(i % 2).publish(List.of(publication)));
    }

    List<PublishOutcome> outcomes = all(attempts);

    assertThat(outcomes).filteredOn(Published.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Rejected.class::isInstance)
        .extracting(ObjectCatalogSuite::refusal)
        .containsOnly(new Failure.PreconditionFailed("If-None-Match"));
    assertThat(contenders).filteredOn(database::isPending).hasSize(31);
    replica.close();
  }

  @Test
  void findsAndDeletesForEachOfMany() {
    for (int i = 0; i < 50; i++) {
      publish(Samples.inline(bucket, "key-" + i, "x"));
    }
    Bucket other = database.newBucket();
    publish(Samples.inline(other, "key-0", "x"));

    // Every key twice, and as many that are not there.
    List<Optional<StoredObject>> found = together(keys(200).map(key -> catalog.find(bucket, key)));
    together(keys(200).map(key -> catalog.delete(bucket, List.of(key), new Always())));
    List<Optional<StoredObject>> left = together(keys(200).map(key -> catalog.find(bucket, key)));

    for (int i = 0; i < 200; i++) {
      Optional<String> key = i % 100 < 50 ? Optional.of("key-" + i % 100) : Optional.empty();
      assertThat(found.get(i).map(object -> object.key().value())).isEqualTo(key);
    }
    assertThat(left).allMatch(Optional::isEmpty);
    assertThat(await(catalog.find(other, new ObjectKey("key-0")))).isPresent();
  }

  private static Stream<ObjectKey> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> new ObjectKey("key-" + i % 100));
  }

  @Test
  void letsExactlyOneOfManyReplaceAnETag() {
    Publication first = Samples.inline(bucket, "a", "first");
    publish(first);
    IfMatch condition = new IfMatch(List.of(first.eTag()));
    List<Uni<List<PublishOutcome>>> attempts =
        IntStream.range(0, 32)
            .mapToObj(
                i ->
                    catalog.publish(
                        List.of(Samples.blob(bucket, "a", database.pendingBlob(), condition))))
            .toList();

    List<PublishOutcome> outcomes = all(attempts);

    assertThat(outcomes).filteredOn(Published.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Rejected.class::isInstance)
        .extracting(ObjectCatalogSuite::refusal)
        .containsOnly(new Failure.PreconditionFailed("If-Match"));
  }

  @Test
  void makesTheBlobOfEveryLoserOfManyReplacementsGarbage() {
    List<BlobId> contenders = IntStream.range(0, 32).mapToObj(i -> database.pendingBlob()).toList();

    all(
        contenders.stream()
            .map(b -> catalog.publish(List.of(Samples.blob(bucket, "a", b))))
            .toList());

    assertThat(contenders).filteredOn(database::isGarbage).hasSize(31);
    assertThat(contenders).noneMatch(database::isPending);
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
      BlobId blob = database.pendingBlob();
      Publication publication = Samples.blob(bucket, "key-" + i, blob, conditions.get(i));

      PublishOutcome outcome =
          database.whileLocked(
              "UPDATE pending_blobs SET lease_until = now() WHERE blob_id = $1",
              blob.value(),
              () -> catalog.publish(List.of(publication)).map(List::getFirst));

      assertThat(outcome).isInstanceOf(Published.class);
      assertThat(database.isPending(blob)).isFalse();
    }
  }

  @Test
  void leavesABlobAloneThatIsSweptMeanwhile() {
    BlobId blob = database.pendingBlob();

    PublishOutcome outcome =
        database.whileLocked(
            "DELETE FROM pending_blobs WHERE blob_id = $1",
            blob.value(),
            () -> catalog.publish(List.of(Samples.blob(bucket, "a", blob))).map(List::getFirst));

    assertThat(outcome).isInstanceOf(Unresolved.class);
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
    return together(attempts.stream()).stream().flatMap(List::stream).toList();
  }

  private static <T> List<T> together(Stream<Uni<T>> attempts) {
    return await(Uni.join().all(attempts.toList()).andFailFast());
  }
}
