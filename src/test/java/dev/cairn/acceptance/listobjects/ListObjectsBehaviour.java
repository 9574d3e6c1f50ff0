package dev.cairn.acceptance.listobjects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.StoreClient.Page;
import dev.cairn.acceptance.UsesStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public interface ListObjectsBehaviour extends UsesStore {
  @Test
  default void listsInOrderOfBytes() {
    // Given
    String bucket = freshBucket();
    // In UTF-16, the emoji (a surrogate pair) would come before U+FF5E.
    List<String> keys =
        List.of("A", "a", "a!b", "a.b/x", "a/x", "b", "ü", "\uFF5E", "\uD83D\uDE00");
    keys.reversed().forEach(key -> store().put(bucket, key, new byte[0]));

    // When
    Page page = store().list(bucket, "", "", Optional.empty(), 1000);

    // Then
    assertThat(page.keys()).containsExactlyElementsOf(keys);
    assertThat(page.truncated()).isFalse();
  }

  @Test
  default void rollsUpAtTheDelimiter() {
    // Given
    String bucket = freshBucket();
    List.of("p/a", "p/b/1", "p/b/2", "p/c/1", "p/d", "q/e")
        .forEach(key -> store().put(bucket, key, new byte[0]));

    // When
    Page page = store().list(bucket, "p/", "/", Optional.empty(), 1000);

    // Then
    assertThat(page.keys()).containsExactly("p/a", "p/d");
    assertThat(page.commonPrefixes()).containsExactly("p/b/", "p/c/");
  }

  @Test
  default void pagesShowEveryKeyAndPrefixOnce() {
    // Given
    String bucket = freshBucket();
    List<String> keys = List.of("a", "b/1", "b/2", "b/3", "c", "d/1", "e", "f/1", "f/2");
    keys.forEach(key -> store().put(bucket, key, new byte[0]));

    // When
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Page page = store().list(bucket, "", "/", next, 2);
      assertThat(page.keys().size() + page.commonPrefixes().size()).isLessThanOrEqualTo(2);
      seen.addAll(page.keys());
      seen.addAll(page.commonPrefixes());
      next = page.truncated() ? page.next() : Optional.empty();
    } while (next.isPresent());

    // Then
    assertThat(seen).containsExactlyInAnyOrder("a", "b/", "c", "d/", "e", "f/");
  }

  @Test
  default void prefixIsNoPattern() {
    // Given
    String bucket = freshBucket();
    List.of("50%_off", "50xyoff", "50%x").forEach(key -> store().put(bucket, key, new byte[0]));

    // When
    Page page = store().list(bucket, "50%_", "", Optional.empty(), 10);

    // Then
    assertThat(page.keys()).containsExactly("50%_off");
  }

  @Test
  default void tellsSizeAndETag() {
    // Given
    String bucket = freshBucket();
    String eTag = store().put(bucket, "k", new byte[1234]);

    // When
    Page page = store().list(bucket, "", "", Optional.empty(), 10);

    // Then
    assertThat(page.objects().getFirst().size()).isEqualTo(1234);
    assertThat(page.objects().getFirst().eTag()).isEqualTo(eTag);
  }
}
