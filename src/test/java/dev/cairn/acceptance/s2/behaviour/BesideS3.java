package dev.cairn.acceptance.s2.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.SentPart;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.s2.S2Clients;
import dev.cairn.acceptance.s2.S2StoreClient;
import dev.cairn.acceptance.s3.AwsClients;
import dev.cairn.acceptance.s3.AwsSyncStoreClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One store: what S3 wrote S2 reads, and the other way round. */
interface BesideS3 extends UsesS2 {
  Attributes WORDS =
      new Attributes(
          Optional.of("text/x"),
          Optional.of("no-cache"),
          Optional.empty(),
          Optional.empty(),
          Map.of("a", "b"));

  int PART = 5 << 20;

  /** Does it with either of the two first. */
  private List<DynamicTest> bothWays(Both test) {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(DynamicTest.dynamicTest("S3 before S2", () -> with(test, false)));
    tests.add(DynamicTest.dynamicTest("S2 before S3", () -> with(test, true)));
    return tests;
  }

  private void with(Both test, boolean s2First) {
    try (StoreClient s3 = new AwsSyncStoreClient(AwsClients.pathStyle(cairn()));
        StoreClient s2 = new S2StoreClient(S2Clients.hostStyle(cairn()))) {
      if (s2First) {
        test.run(s2, s3, freshBucket());
      } else {
        test.run(s3, s2, freshBucket());
      }
    }
  }

  /** A test of two clients. */
  @FunctionalInterface
  interface Both {
    void run(StoreClient first, StoreClient second, String bucket);
  }

  @TestFactory
  default List<DynamicTest> readsWhatTheOtherPut() {
    return bothWays(
        (writer, reader, bucket) -> {
          byte[] bytes = UsesStore.bytes(300_000, 1);

          String eTag = writer.put(bucket, "k", bytes, WORDS);

          assertThat(reader.get(bucket, "k").body()).isEqualTo(bytes);
          assertThat(reader.head(bucket, "k").eTag()).isEqualTo(eTag);
          assertThat(reader.list(bucket, "", "", Optional.empty(), 9).keys()).containsExactly("k");
          assertThat(reader.listBuckets()).contains(bucket);
        });
  }

  @TestFactory
  default List<DynamicTest> readsWhatTheOtherSaidOfIt() {
    return bothWays(
        (writer, reader, bucket) -> {
          writer.put(bucket, "k", new byte[3], WORDS);

          Attributes read = reader.head(bucket, "k").attributes();

          assertThat(read.contentType()).isEqualTo(WORDS.contentType());
          assertThat(read.cacheControl()).isEqualTo(WORDS.cacheControl());
          assertThat(read.metadata()).isEqualTo(WORDS.metadata());
        });
  }

  @TestFactory
  default List<DynamicTest> assemblesTogether() {
    return bothWays(
        (first, second, bucket) -> {
          byte[] one = UsesStore.bytes(PART, 1);
          byte[] two = UsesStore.bytes(17, 2);
          String id = first.initiate(bucket, "k", WORDS);
          SentPart partOne = second.uploadPart(bucket, "k", id, 1, one);
          SentPart partTwo = first.uploadPart(bucket, "k", id, 2, two);
          assertThat(second.listParts(bucket, "k", id)).hasSize(2);

          String eTag = second.complete(bucket, "k", id, List.of(partOne, partTwo));

          assertThat(first.get(bucket, "k").body())
              .hasSize(PART + 17)
              .startsWith(one)
              .endsWith(two);
          assertThat(first.head(bucket, "k").eTag()).isEqualTo(eTag).endsWith("-2");
          assertThat(second.head(bucket, "k").attributes().metadata()).isEqualTo(WORDS.metadata());
        });
  }

  @TestFactory
  default List<DynamicTest> copiesAndDeletesTheOthersObjects() {
    return bothWays(
        (writer, other, bucket) -> {
          String eTag = writer.put(bucket, "k", UsesStore.bytes(20_000, 3), WORDS);

          String copied = other.copy(bucket, "k", bucket, "copy");
          other.delete(bucket, "k");

          assertThat(copied).isEqualTo(eTag);
          assertThat(writer.list(bucket, "", "", Optional.empty(), 9).keys())
              .containsExactly("copy");
          assertThat(writer.head(bucket, "copy").attributes().metadata())
              .isEqualTo(WORDS.metadata());
        });
  }
}
