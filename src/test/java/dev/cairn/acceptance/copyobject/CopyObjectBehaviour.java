package dev.cairn.acceptance.copyobject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreException;
import dev.cairn.acceptance.UsesStore;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public interface CopyObjectBehaviour extends UsesStore {
  @ParameterizedTest
  @ValueSource(ints = {0, 100, 2_500_000})
  default void copyHasBytesAndMetadataOfItsSource(int size) {
    // Given
    String from = freshBucket();
    String to = freshBucket();
    byte[] body = UsesStore.bytes(size, 5);
    Attributes attributes =
        new Attributes(
            Optional.of("image/x"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of("m", "v"));
    String eTag = store().put(from, "söurce +/%", body, attributes);

    // When
    String copied = store().copy(from, "söurce +/%", to, "copy");

    // Then
    assertThat(copied).isEqualTo(eTag);
    var fetched = store().get(to, "copy");
    assertThat(fetched.body()).isEqualTo(body);
    assertThat(fetched.description().attributes()).isEqualTo(attributes);
  }

  @Test
  default void copyOutlivesItsSource() {
    // Given
    String bucket = freshBucket();
    byte[] body = UsesStore.bytes(200_000, 6);
    store().put(bucket, "source", body);
    store().copy(bucket, "source", bucket, "copy");

    // When
    store().delete(bucket, "source");

    // Then
    assertThat(store().get(bucket, "copy").body()).isEqualTo(body);
  }

  @Test
  default void refusesASourceThatDoesNotExist() {
    // Given
    String bucket = freshBucket();

    // When
    StoreException failure =
        catchThrowableOfType(
            StoreException.class, () -> store().copy(bucket, "nothing", bucket, "copy"));

    // Then
    assertThat(failure.status()).isEqualTo(404);
    assertThat(failure.code()).isEqualTo("NoSuchKey");
  }
}
