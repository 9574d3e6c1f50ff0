package dev.cairn.acceptance.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.StoreException;
import dev.cairn.acceptance.UsesStore;
import org.junit.jupiter.api.Test;

public interface BucketBehaviour extends UsesStore {
  @Test
  default void madeBucketExistsAndIsListed() {
    // When
    String bucket = freshBucket();

    // Then
    assertThat(store().bucketExists(bucket)).isTrue();
    assertThat(store().listBuckets()).contains(bucket);
  }

  @Test
  default void deletedBucketIsGone() {
    // Given
    String bucket = freshBucket();

    // When
    store().deleteBucket(bucket);

    // Then
    assertThat(store().bucketExists(bucket)).isFalse();
    assertThat(store().listBuckets()).doesNotContain(bucket);
  }

  @Test
  default void refusesToDeleteABucketThatHoldsAnObject() {
    // Given
    String bucket = freshBucket();
    store().put(bucket, "k", new byte[1]);

    // When
    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> store().deleteBucket(bucket));

    // Then
    assertThat(failure.status()).isEqualTo(409);
    assertThat(failure.code()).isEqualTo("BucketNotEmpty");
    assertThat(failure.requestId()).isNotBlank();
  }

  @Test
  default void aBucketMadeAgainIsEmpty() {
    // Given
    String bucket = freshBucket();
    store().put(bucket, "k", new byte[1]);
    store().initiate(bucket, "u", dev.cairn.acceptance.StoreClient.Attributes.NONE);
    store().delete(bucket, "k");
    store().deleteBucket(bucket);

    // When
    store().createBucket(bucket);

    // Then
    assertThat(store().list(bucket, "", "", java.util.Optional.empty(), 10).keys()).isEmpty();
    assertThat(store().listUploads(bucket, "")).isEmpty();
  }
}
