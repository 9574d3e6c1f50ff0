package dev.cairn.acceptance.obs.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.obs.services.model.AuthTypeEnum;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.SentPart;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.obs.ObsClients;
import dev.cairn.acceptance.obs.ObsStoreClient;
import dev.cairn.acceptance.s3.AwsClients;
import dev.cairn.acceptance.s3.AwsSyncStoreClient;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one SDK wrote, another reads: AWS's on S3, and the vendor's in both forms. */
interface OneStoreBehaviour extends UsesObs {
  String PAIRS = "S3, OBS\nS3, V4\nOBS, S3\nV2, S3\nOBS, V4\nV4, OBS";

  @ParameterizedTest
  @CsvSource(textBlock = PAIRS)
  default void readsWhatAnotherPut(String writer, String reader) {
    try (StoreClient from = client(writer);
        StoreClient to = client(reader)) {
      // Given
      String bucket = bucket(from);
      byte[] body = UsesStore.bytes(70_000, 1);
      Attributes attributes =
          new Attributes(
              Optional.of("image/x"),
              Optional.of("no-cache"),
              Optional.empty(),
              Optional.empty(),
              Map.of("colour", "blue"));

      // When
      String eTag = from.put(bucket, "a/ü b", body, attributes);

      // Then
      var fetched = to.get(bucket, "a/ü b");
      assertThat(fetched.body()).isEqualTo(body);
      assertThat(fetched.description().eTag()).isEqualTo(eTag);
      assertThat(fetched.description().attributes()).isEqualTo(attributes);
      assertThat(to.list(bucket, "a/", "", Optional.empty(), 10).keys()).containsExactly("a/ü b");
      assertThat(to.listBuckets()).contains(bucket);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = PAIRS)
  default void readsWhatAnotherAssembled(String writer, String reader) {
    try (StoreClient from = client(writer);
        StoreClient to = client(reader)) {
      // Given
      String bucket = bucket(from);
      byte[] first = UsesStore.bytes(5 << 20, 1);
      byte[] second = UsesStore.bytes(1000, 2);
      String upload = from.initiate(bucket, "k", Attributes.NONE);
      SentPart one = from.uploadPart(bucket, "k", upload, 1, first);

      // When
      SentPart two = from.uploadPart(bucket, "k", upload, 2, second);
      String eTag = from.complete(bucket, "k", upload, List.of(one, two));

      // Then
      assertThat(to.get(bucket, "k").body()).isEqualTo(join(first, second));
      assertThat(to.head(bucket, "k").eTag()).isEqualTo(eTag);
    }
  }

  @ParameterizedTest
  @CsvSource({"OBS, V2, V4", "V4, OBS, OBS"})
  default void anUploadPassesFromFormToForm(String initiator, String sender, String finisher) {
    try (StoreClient first = client(initiator);
        StoreClient second = client(sender);
        StoreClient third = client(finisher)) {
      // Given
      String bucket = bucket(first);
      String upload = first.initiate(bucket, "k", Attributes.NONE);
      byte[] body = UsesStore.bytes(1000, 3);
      SentPart part = second.uploadPart(bucket, "k", upload, 1, body);
      assertThat(third.listParts(bucket, "k", upload)).hasSize(1);

      // When
      third.complete(bucket, "k", upload, List.of(part));

      // Then
      assertThat(first.get(bucket, "k").body()).isEqualTo(body);
    }
  }

  private StoreClient client(String name) {
    return name.equals("S3")
        ? new AwsSyncStoreClient(AwsClients.pathStyle(cairn()))
        : new ObsStoreClient(ObsClients.hostStyle(cairn(), AuthTypeEnum.valueOf(name)));
  }

  private static String bucket(StoreClient store) {
    String bucket = "one-" + UUID.randomUUID();
    store.createBucket(bucket);
    return bucket;
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    all.writeBytes(second);
    return all.toByteArray();
  }
}
