package dev.cairn.acceptance.s2.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireAnswer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumMode;

/** Appending by metadata, through the AWS SDK and by hand. */
interface AppendBehaviour extends UsesS2 {
  private void append(String bucket, String key, long position, byte[] bytes, String... more) {
    Map<String, String> metadata = new HashMap<>();
    metadata.put("s2-append-position", Long.toString(position));
    for (int i = 0; i < more.length; i += 2) {
      metadata.put(more[i], more[i + 1]);
    }
    s2().putObject(r -> r.bucket(bucket).key(key).metadata(metadata), RequestBody.fromBytes(bytes));
  }

  private String text(String bucket, String key) {
    return s2().getObjectAsBytes(r -> r.bucket(bucket).key(key)).asUtf8String();
  }

  @Test
  default void beginsAndGrowsAnObject() {
    // Given
    String bucket = freshBucket();
    byte[] first = UsesStore.bytes(50_000, 1);
    byte[] second = UsesStore.bytes(60_000, 2);

    // When
    append(bucket, "log", 0, first, "color", "blue");
    append(bucket, "log", 50_000, second, "color", "red");

    // Then: the SDK compares the checksum of the whole.
    var read =
        s2().getObjectAsBytes(r -> r.bucket(bucket).key("log").checksumMode(ChecksumMode.ENABLED));
    CRC32 crc = new CRC32();
    crc.update(first);
    crc.update(second);
    assertThat(read.asByteArray()).hasSize(110_000);
    assertThat(read.response().metadata())
        .containsEntry("s2-size", "110000")
        .containsEntry("s2-crc32", "%08x".formatted(crc.getValue()))
        .containsEntry("color", "blue")
        .doesNotContainKey("s2-append-position");
  }

  @Test
  default void appendsToAnyFinishedObjectAndReplacesItsMetadataWhereTold() {
    String bucket = freshBucket();
    s2().putObject(
            r -> r.bucket(bucket).key("whole").metadata(Map.of("old", "1")),
            RequestBody.fromString("whole"));

    append(
        bucket,
        "whole",
        5,
        " and more".getBytes(StandardCharsets.UTF_8),
        "s2-directive",
        "REPLACE",
        "new",
        "2");

    assertThat(text(bucket, "whole")).isEqualTo("whole and more");
    assertThat(s2().headObject(r -> r.bucket(bucket).key("whole")).metadata())
        .containsEntry("new", "2")
        .doesNotContainKeys("old", "s2-directive");
  }

  @Test
  default void appendsAtTheBeginningOfAnEmptyObject() {
    String bucket = freshBucket();
    s2().putObject(r -> r.bucket(bucket).key("empty"), RequestBody.empty());

    append(bucket, "empty", 0, "first".getBytes(StandardCharsets.UTF_8));

    assertThat(text(bucket, "empty")).isEqualTo("first");
  }

  @Test
  default void answersThePosition() {
    String bucket = freshBucket();

    WireAnswer begun = send(appending(bucket, "0", "abc"));
    WireAnswer missed = send(appending(bucket, "7", "abc"));

    assertThat(begun.status()).isEqualTo(200);
    assertThat(begun.header("x-amz-meta-s2-append-position")).contains("3");
    assertThat(begun.header("ETag").orElse("")).startsWith("\"");
    UsesS2.assertRefused(missed, 409, "PositionNotEqualToLength");
    assertThat(missed.header("x-amz-meta-append-position")).contains("3");
    assertThat(missed.header("x-amz-meta-s2-append-position")).contains("3");
  }

  private dev.cairn.acceptance.wire.WireRequest appending(
      String bucket, String position, String text, String... more) {
    var request =
        atS2("PUT", "/" + bucket + "/log").with("x-amz-meta-s2-append-position", position);
    for (int i = 0; i < more.length; i += 2) {
      request = request.with(more[i], more[i + 1]);
    }
    return v4().sign(request.body(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, x-amz-meta-s2-directive, COPY,    400, InvalidArgument",
    "x,  x-amz-meta-s2-directive, COPY,    400, InvalidArgument",
    "0,  x-amz-meta-s2-directive, replace, 400, InvalidArgument",
    "1,  x-amz-meta-s2-directive, REPLACE, 409, PositionNotEqualToLength",
    "0,  x-amz-copy-source,       /b/k,    400, InvalidRequest",
    "0,  Content-MD5,             1B2M2Y8AsgTpgAmY7PhCfg==, 400, BadDigest"
  })
  default void refusesAppends(
      String position, String header, String value, int status, String code) {
    String bucket = freshBucket();

    WireAnswer answer = send(appending(bucket, position, "abc", header, value));

    UsesS2.assertRefused(answer, status, code);
  }
}
