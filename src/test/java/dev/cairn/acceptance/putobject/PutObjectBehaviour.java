package dev.cairn.acceptance.putobject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreException;
import dev.cairn.acceptance.UsesStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public interface PutObjectBehaviour extends UsesStore {
  // Around the inline limit, a slab, and several slabs.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16383, 16384, 16385, 1 << 20, (1 << 20) + 1, 9_000_001})
  default void whatWasPutIsRead(int size) throws Exception {
    // Given
    String bucket = freshBucket();
    byte[] body = UsesStore.bytes(size, size);

    // When
    String eTag = store().put(bucket, "k", body);

    // Then
    String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
    if (!eTag.contains("-")) { // Some clients send what is large in parts, unasked.
      assertThat(eTag).isEqualToIgnoringCase(md5);
    }
    assertThat(store().get(bucket, "k").body()).isEqualTo(body);
  }

  @Test
  default void keepsHeadersAndMetadata() {
    // Given
    String bucket = freshBucket();
    Attributes attributes =
        new Attributes(
            Optional.of("text/x-cairn; charset=utf-8"),
            Optional.of("max-age=60, private"),
            Optional.of("attachment; filename=\"a b.txt\""),
            Optional.of("gzip"),
            Map.of("colour", "blue", "note", "a  b;c=d"));

    // When
    store().put(bucket, "k", new byte[3], attributes);

    // Then
    assertThat(store().head(bucket, "k").attributes()).isEqualTo(attributes);
  }

  @Test
  default void laterPutReplacesTheEarlier() {
    // Given
    String bucket = freshBucket();
    store().put(bucket, "k", UsesStore.bytes(100_000, 1));

    // When
    store().put(bucket, "k", new byte[] {7});

    // Then
    assertThat(store().get(bucket, "k").body()).containsExactly(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a//b",
        "a/./b",
        "a/../b",
        "trailing/",
        "plus+plus",
        "percent%2Fslash",
        "semi;colon=1",
        "with blank and  two",
        "emoji-\uD83D\uDE00-ü-漢",
        "quotes'\"<&>",
        "q?x=1&y#z",
        "back\\slash",
        "tilde~star*(paren)!"
      })
  default void keysAreBytes(String key) {
    // Given
    String bucket = freshBucket();

    // When
    store().put(bucket, key, new byte[] {1, 2, 3});

    // Then
    assertThat(store().get(bucket, key).body()).containsExactly(1, 2, 3);
    assertThat(store().list(bucket, "", "", Optional.empty(), 10).keys()).containsExactly(key);
  }

  @Test
  default void aKeyAndOneBelowItLiveSideBySide() {
    // Given
    String bucket = freshBucket();
    store().put(bucket, "a", new byte[] {1});

    // When
    store().put(bucket, "a/b", new byte[] {2});

    // Then
    assertThat(store().get(bucket, "a").body()).containsExactly(1);
    assertThat(store().get(bucket, "a/b").body()).containsExactly(2);
  }

  @Test
  default void refusesABucketThatDoesNotExist() {
    // When
    StoreException failure =
        catchThrowableOfType(
            StoreException.class, () -> store().put("no-such-bucket-here", "k", new byte[1]));

    // Then
    assertThat(failure.status()).isEqualTo(404);
    assertThat(failure.code()).isEqualTo("NoSuchBucket");
  }
}
