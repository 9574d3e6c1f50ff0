package dev.cairn.acceptance.getobject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.StoreException;
import dev.cairn.acceptance.UsesStore;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public interface GetObjectBehaviour extends UsesStore {
  @ParameterizedTest
  @CsvSource({
    "1000,    0,      0",
    "1000,    10,     19",
    "1000,    999,    999",
    "1000,    500,    5000",
    "3000000, 0,      2999999",
    "3000000, 1048575, 1048577",
  })
  default void readsARange(int size, int first, int last) {
    // Given
    String bucket = freshBucket();
    byte[] body = UsesStore.bytes(size, 3);
    store().put(bucket, "k", body);

    // When
    byte[] range = store().getRange(bucket, "k", first, last).body();

    // Then
    assertThat(range).isEqualTo(Arrays.copyOfRange(body, first, Math.min(last, size - 1) + 1));
  }

  @Test
  default void refusesAKeyThatDoesNotExist() {
    // Given
    String bucket = freshBucket();

    // When
    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> store().get(bucket, "nothing"));

    // Then
    assertThat(failure.status()).isEqualTo(404);
    assertThat(failure.code()).isEqualTo("NoSuchKey");
    assertThat(failure.requestId()).isNotBlank();
  }

  @Test
  default void headOfAMissingKeyIsNotFound() {
    // Given
    String bucket = freshBucket();

    // When
    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> store().head(bucket, "nothing"));

    // Then
    assertThat(failure.status()).isEqualTo(404);
  }

  @Test
  default void headTellsTheLengthOfWhatGetReturns() {
    // Given
    String bucket = freshBucket();
    String eTag = store().put(bucket, "k", new byte[54321]);

    // When
    var description = store().head(bucket, "k");

    // Then
    assertThat(description.length()).isEqualTo(54321);
    assertThat(description.eTag()).isEqualTo(eTag);
  }
}
