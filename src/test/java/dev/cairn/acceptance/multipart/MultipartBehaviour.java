package dev.cairn.acceptance.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.ListedPart;
import dev.cairn.acceptance.StoreClient.ListedUpload;
import dev.cairn.acceptance.StoreClient.SentPart;
import dev.cairn.acceptance.StoreException;
import dev.cairn.acceptance.UsesStore;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public interface MultipartBehaviour extends UsesStore {
  int PART = 5 << 20;

  @Test
  default void assemblesPartsThatCameInAnyOrder() {
    // Given
    String bucket = freshBucket();
    byte[] first = UsesStore.bytes(PART, 1);
    byte[] second = UsesStore.bytes(PART + 17, 2);
    byte[] last = UsesStore.bytes(1000, 3);
    String upload = store().initiate(bucket, "k", Attributes.NONE);
    SentPart three = store().uploadPart(bucket, "k", upload, 3, last);
    SentPart one = store().uploadPart(bucket, "k", upload, 1, first);
    SentPart two = store().uploadPart(bucket, "k", upload, 2, second);

    // When
    String eTag = store().complete(bucket, "k", upload, List.of(one, two, three));

    // Then
    assertThat(eTag).endsWith("-3");
    assertThat(store().get(bucket, "k").body()).isEqualTo(join(first, second, last));
    assertThat(store().head(bucket, "k").length()).isEqualTo(2L * PART + 1017);
    assertThat(store().listUploads(bucket, "")).isEmpty();
  }

  @Test
  default void readsARangeAcrossParts() {
    // Given
    String bucket = freshBucket();
    byte[] first = UsesStore.bytes(PART, 1);
    byte[] second = UsesStore.bytes(100_000, 2);
    put(bucket, "k", first, second);

    // When
    byte[] range = store().getRange(bucket, "k", PART - 10, PART + 9).body();

    // Then
    assertThat(range)
        .isEqualTo(
            join(Arrays.copyOfRange(first, PART - 10, PART), Arrays.copyOfRange(second, 0, 10)));
  }

  @Test
  default void aPartSentAgainReplacesTheEarlier() {
    // Given
    String bucket = freshBucket();
    String upload = store().initiate(bucket, "k", Attributes.NONE);
    store().uploadPart(bucket, "k", upload, 1, UsesStore.bytes(70_000, 1));
    byte[] second = UsesStore.bytes(60_000, 2);
    SentPart part = store().uploadPart(bucket, "k", upload, 1, second);

    // When
    store().complete(bucket, "k", upload, List.of(part));

    // Then
    assertThat(store().get(bucket, "k").body()).isEqualTo(second);
  }

  @Test
  default void metadataOfTheInitiationBelongsToTheObject() {
    // Given
    String bucket = freshBucket();
    Attributes attributes =
        new Attributes(
            Optional.of("video/x"),
            Optional.of("no-cache"),
            Optional.of("inline"),
            Optional.of("br"),
            Map.of("a", "b"));
    String upload = store().initiate(bucket, "k", attributes);
    SentPart part = store().uploadPart(bucket, "k", upload, 1, new byte[9]);

    // When
    store().complete(bucket, "k", upload, List.of(part));

    // Then
    assertThat(store().head(bucket, "k").attributes()).isEqualTo(attributes);
  }

  @Test
  default void completingTwiceSucceedsTwice() {
    // Given
    String bucket = freshBucket();
    String upload = store().initiate(bucket, "k", Attributes.NONE);
    SentPart part = store().uploadPart(bucket, "k", upload, 1, new byte[9]);
    String first = store().complete(bucket, "k", upload, List.of(part));

    // When
    String second = store().complete(bucket, "k", upload, List.of(part));

    // Then
    assertThat(second).isEqualTo(first);
  }

  @Test
  default void anObjectInProgressIsNotSeen() {
    // Given
    String bucket = freshBucket();
    store().put(bucket, "k", new byte[] {1});
    String upload = store().initiate(bucket, "k", Attributes.NONE);

    // When
    store().uploadPart(bucket, "k", upload, 1, new byte[] {2});

    // Then
    assertThat(store().get(bucket, "k").body()).containsExactly(1);
    assertThat(store().listUploads(bucket, "")).containsExactly(new ListedUpload("k", upload));
  }

  @Test
  default void listsPartsInOrder() {
    // Given
    String bucket = freshBucket();
    String upload = store().initiate(bucket, "k", Attributes.NONE);
    SentPart ten = store().uploadPart(bucket, "k", upload, 10, new byte[10]);
    SentPart two = store().uploadPart(bucket, "k", upload, 2, new byte[2]);

    // When
    List<ListedPart> parts = store().listParts(bucket, "k", upload);

    // Then
    assertThat(parts)
        .containsExactly(new ListedPart(2, 2, two.eTag()), new ListedPart(10, 10, ten.eTag()));
  }

  @Test
  default void abortedUploadIsGone() {
    // Given
    String bucket = freshBucket();
    String upload = store().initiate(bucket, "k", Attributes.NONE);
    SentPart part = store().uploadPart(bucket, "k", upload, 1, new byte[100_000]);

    // When
    store().abort(bucket, "k", upload);

    // Then
    StoreException failure =
        catchThrowableOfType(
            StoreException.class, () -> store().complete(bucket, "k", upload, List.of(part)));
    assertThat(failure.status()).isEqualTo(404);
    assertThat(failure.code()).isEqualTo("NoSuchUpload");
    assertThat(store().listUploads(bucket, "")).isEmpty();
  }

  @Test
  default void copiesARangeOfAnObjectIntoAPart() {
    // Given
    String bucket = freshBucket();
    byte[] source = UsesStore.bytes(PART + 100, 4);
    store().put(bucket, "source", source);
    String upload = store().initiate(bucket, "k", Attributes.NONE);
    SentPart copied =
        store()
            .copyPart(
                bucket, "source", Optional.of("bytes=50-" + (PART + 49)), bucket, "k", upload, 1);
    SentPart sent = store().uploadPart(bucket, "k", upload, 2, new byte[] {9});

    // When
    store().complete(bucket, "k", upload, List.of(copied, sent));

    // Then
    assertThat(store().get(bucket, "k").body())
        .isEqualTo(join(Arrays.copyOfRange(source, 50, PART + 50), new byte[] {9}));
  }

  @Test
  default void copiesAnAssembledObjectWhole() {
    // Given
    String bucket = freshBucket();
    byte[] first = UsesStore.bytes(PART, 1);
    byte[] second = UsesStore.bytes(4321, 2);
    put(bucket, "source", first, second);

    // When
    store().copy(bucket, "source", bucket, "copy");

    // Then
    assertThat(store().get(bucket, "copy").body()).isEqualTo(join(first, second));
  }

  @Test
  default void refusesAPartThatIsTooSmall() {
    // Given
    String bucket = freshBucket();
    String upload = store().initiate(bucket, "k", Attributes.NONE);
    SentPart one = store().uploadPart(bucket, "k", upload, 1, new byte[10]);
    SentPart two = store().uploadPart(bucket, "k", upload, 2, new byte[10]);

    // When
    StoreException failure =
        catchThrowableOfType(
            StoreException.class, () -> store().complete(bucket, "k", upload, List.of(one, two)));

    // Then
    assertThat(failure.status()).isEqualTo(400);
    assertThat(failure.code()).isEqualTo("EntityTooSmall");
  }

  private void put(String bucket, String key, byte[]... parts) {
    String upload = store().initiate(bucket, key, Attributes.NONE);
    List<SentPart> sent = new ArrayList<>();
    for (byte[] part : parts) {
      sent.add(store().uploadPart(bucket, key, upload, sent.size() + 1, part));
    }
    store().complete(bucket, key, upload, sent);
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }
}
