package dev.cairn.acceptance.deleteobject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.acceptance.StoreException;
import dev.cairn.acceptance.UsesStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public interface DeleteObjectBehaviour extends UsesStore {
  @Test
  default void deletedObjectIsGone() {
    // Given
    String bucket = freshBucket();
    store().put(bucket, "k", new byte[100_000]);

    // When
    store().delete(bucket, "k");

    // Then
    assertThatThrownBy(() -> store().get(bucket, "k")).isInstanceOf(StoreException.class);
    assertThat(store().list(bucket, "", "", Optional.empty(), 10).keys()).isEmpty();
  }

  @Test
  default void deletingNothingSucceeds() {
    // Given
    String bucket = freshBucket();

    // When / Then
    assertThatCode(() -> store().delete(bucket, "nothing")).doesNotThrowAnyException();
  }

  @Test
  default void deletesSeveralAtOnce() {
    // Given
    String bucket = freshBucket();
    List.of("a", "b<&>", "c/d", "stays").forEach(key -> store().put(bucket, key, new byte[1]));

    // When
    store().deleteAll(bucket, List.of("a", "b<&>", "c/d", "was never there"));

    // Then
    assertThat(store().list(bucket, "", "", Optional.empty(), 10).keys()).containsExactly("stays");
  }
}
