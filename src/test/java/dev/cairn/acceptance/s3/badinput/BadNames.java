package dev.cairn.acceptance.s3.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of buckets and keys, metadata, and headers with a fixed vocabulary. */
interface BadNames extends BadInput {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "Upper-case",
        "under_score",
        "-begins",
        "ends-",
        ".begins",
        "ends.",
        "two..dots",
        "192.168.5.4",
        "xn--punycode",
        "an-alias-s3alias",
        "with%20blank",
        "sch%C3%B6n",
        "a234567890123456789012345678901234567890123456789012345678901234"
      })
  default void refusesBucketNames(String name) {
    refuses(request("PUT", "/" + name), 400, "InvalidBucketName");
  }

  @ParameterizedTest
  @CsvSource({"1, 200", "1024, 200", "1025, 400"})
  default void limitsKeysTo1024Bytes(int length, int status) {
    // Given
    WireRequest put = put(freshBucket());
    String target = put.target().replaceFirst("k$", "x".repeat(length));

    // When / Then
    if (status == 200) {
      assertThat(ask(put.target(target)).status()).isEqualTo(200);
      assertThat(ask("GET", target).text()).isEqualTo("some bytes");
    } else {
      refuses(put.target(target), status, "KeyTooLongError");
    }
  }

  @Test
  default void countsTheBytesOfAKeyAndNotItsCharacters() {
    // Given
    WireRequest put = put(freshBucket());
    String target = put.target().replaceFirst("k$", "%C3%BC".repeat(513));

    // When / Then
    refuses(put.target(target), 400, "KeyTooLongError");
  }

  @Test
  default void takesAnEmptyKeyForTheBucket() {
    // Given
    String bucket = freshBucket();

    // When / Then: one's own bucket made again, in this region, is fine; but no object comes of it.
    assertThat(ask(request("PUT", "/" + bucket + "/")).status()).isIn(200, 409);
    assertThat(ask("GET", "/" + bucket).document().getElementsByTagName("Key").getLength())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({"2047, 200", "2048, 200", "2049, 400"})
  default void limitsMetadataTo2Kilobytes(int bytes, int status) {
    // Given: names count too.
    String value = "v".repeat(bytes - "a".length() - "b".length() - 100);
    WireRequest put =
        put(freshBucket()).with("x-amz-meta-a", value).with("x-amz-meta-b", "w".repeat(100));

    // When / Then
    if (status == 200) {
      assertThat(ask(put).status()).isEqualTo(200);
      assertThat(ask("HEAD", put.target()).header("x-amz-meta-a")).contains(value);
    } else {
      refuses(put, status, "MetadataTooLarge");
    }
  }

  @TestFactory
  default Stream<DynamicTest> refusesWordsThatItDoesNotKnow() {
    WireRequest put = put(freshBucket());
    return Stream.of(
        refused(
            "storage class", put.with("x-amz-storage-class", "SHINY"), 400, "InvalidStorageClass"),
        refused("ACL", put.with("x-amz-acl", "shiny"), 400, "InvalidArgument"),
        refused(
            "checksum algorithm",
            put.with("x-amz-sdk-checksum-algorithm", "MD4"),
            400,
            "InvalidRequest"),
        refused("grantee", put.with("x-amz-grant-read", "alice"), 400, "InvalidArgument"),
        refused("tags", put.with("x-amz-tagging", "a=b&a=c"), 400, "InvalidArgument"),
        refused("a tag", put.with("x-amz-tagging", "a=%2A"), 400, "InvalidTag"),
        refused(
            "redirect",
            put.with("x-amz-website-redirect-location", "www.example.com"),
            400,
            "InvalidRedirectLocation"),
        refused(
            "encryption",
            put.with("x-amz-server-side-encryption", "AES256"),
            501,
            "NotImplemented"),
        refused(
            "object lock", put.with("x-amz-object-lock-mode", "GOVERNANCE"), 501, "NotImplemented"),
        refused("appending", put.with("x-amz-write-offset-bytes", "0"), 501, "NotImplemented"),
        refused("another vendor", put.with("x-obs-acl", "private"), 400, "InvalidArgument"),
        refused("a third vendor", put.with("x-oss-object-acl", "private"), 400, "InvalidArgument"));
  }

  @Test
  default void obeysTheExpectedOwner() {
    // Given
    WireRequest put = put(freshBucket());

    // When / Then
    refuses(put.with("x-amz-expected-bucket-owner", "somebody"), 403, "AccessDenied");
    assertThat(ask(put.with("x-amz-expected-bucket-owner", "root")).status()).isEqualTo(200);
  }

  @TestFactory
  default Stream<DynamicTest> refusesMissingBuckets() {
    return Stream.of(
            "GET ",
            "DELETE ",
            "GET ?location",
            "GET ?uploads",
            "PUT /k",
            "GET /k",
            "DELETE /k",
            "POST /k?uploads")
        .map(
            line -> {
              String[] words = line.split(" ", 2);
              WireRequest request = request(words[0], "/no-such-bucket-anywhere" + words[1]);
              return refused(line, request.body(""), 404, "NoSuchBucket");
            });
  }
}
