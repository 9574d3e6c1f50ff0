package dev.cairn.acceptance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.SentPart;
import dev.cairn.acceptance.UsesStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Two processes on one database and one volume are one store. */
class ReplicasIT {
  private static PackagedCairn second;
  private static List<S3Client> replicas;

  @BeforeAll
  static void startASecond() {
    second = PackagedCairn.shared().replica();
    replicas =
        List.of(
            AwsClients.pathStyle(PackagedCairn.shared().running()),
            AwsClients.pathStyle(second.running()));
  }

  @AfterAll
  static void stopIt() {
    replicas.forEach(S3Client::close);
    second.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 100_000})
  void ofThirtyTwoCreatorsThroughBothExactlyOneWins(int size) throws Exception {
    // Given
    String bucket = "replicas-" + UUID.randomUUID();
    replicas.getFirst().createBucket(b -> b.bucket(bucket));
    List<Callable<Integer>> creators = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      S3Client replica = replicas.get(i % 2);
      byte[] body = UsesStore.bytes(size, i);
      creators.add(() -> create(replica, bucket, body));
    }

    // When
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> future : threads.invokeAll(creators)) {
        statuses.add(future.get());
      }
    }

    // Then
    assertThat(statuses).isSubsetOf(200, 409, 412);
    assertThat(statuses).containsOnlyOnce(200);
    byte[] winner = UsesStore.bytes(size, statuses.indexOf(200));
    for (S3Client replica : replicas) {
      assertThat(replica.getObjectAsBytes(b -> b.bucket(bucket).key("k")).asByteArray())
          .isEqualTo(winner);
    }
  }

  private static int create(S3Client replica, String bucket, byte[] body) {
    try {
      replica.putObject(
          b -> b.bucket(bucket).key("k").ifNoneMatch("*"), RequestBody.fromBytes(body));
      return 200;
    } catch (S3Exception e) {
      return e.statusCode();
    }
  }

  @Test
  void partsComeThroughEither() {
    // Given
    StoreClient one = new AwsSyncStoreClient(replicas.getFirst());
    StoreClient two = new AwsSyncStoreClient(replicas.getLast());
    String bucket = "replicas-" + UUID.randomUUID();
    one.createBucket(bucket);
    byte[] first = UsesStore.bytes(5 << 20, 1);
    byte[] last = UsesStore.bytes(100_000, 2);
    String upload = one.initiate(bucket, "k", Attributes.NONE);
    SentPart sentFirst = two.uploadPart(bucket, "k", upload, 1, first);
    SentPart sentLast = one.uploadPart(bucket, "k", upload, 2, last);

    // When
    two.complete(bucket, "k", upload, List.of(sentFirst, sentLast));

    // Then
    assertThat(one.get(bucket, "k").body()).startsWith(first).endsWith(last);
    assertThat(one.complete(bucket, "k", upload, List.of(sentFirst, sentLast)))
        .as("completed again through the other")
        .endsWith("-2");
  }
}
