package dev.cairn.acceptance.s3.behaviour;

import static dev.cairn.acceptance.s3.behaviour.UsesS3.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireAnswer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Forms of ranges, parts of objects, overrides, and what comes back as it was sent. */
interface ReadingBehaviour extends UsesS3 {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,     0,     1",
    "bytes=5-9,     5,     10",
    "bytes=-3,      99997, 100000",
    "bytes=-200000, 0,     100000",
    "bytes=99990-,  99990, 100000",
    "bytes=0-,      0,     100000",
    "bytes=50-99999999999, 50, 100000",
    "BYTES=1-2, 1, 3",
  })
  default void readsRanges(String range, int from, int to) {
    // Given
    String bucket = freshBucket();
    byte[] body = UsesStore.bytes(100_000, 7);
    put(bucket, "k", body);

    // When
    WireAnswer answer = ask(request("GET", "/" + bucket + "/k").with("Range", range));

    // Then
    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(body, from, to));
    assertThat(answer.header("Content-Range"))
        .contains("bytes " + from + "-" + (to - 1) + "/100000");
    assertThat(answer.header("Accept-Ranges")).contains("bytes");
  }

  @Test
  default void headOfARangeTellsItsLength() {
    // Given
    String bucket = freshBucket();
    put(bucket, "k", new byte[100_000]);

    // When
    WireAnswer answer = ask(request("HEAD", "/" + bucket + "/k").with("Range", "bytes=10-19"));

    // Then
    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.header("Content-Length")).contains("10");
  }

  @Test
  default void readsAnEmptyObject() {
    // Given
    String bucket = freshBucket();
    put(bucket, "k", new byte[0]);

    // When
    WireAnswer answer = ask("GET", "/" + bucket + "/k");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Length")).contains("0");
    assertThat(answer.header("ETag")).contains("\"d41d8cd98f00b204e9800998ecf8427e\"");
  }

  @Test
  default void readsAPartOfAnAssembledObject() {
    // Given
    String bucket = freshBucket();
    String upload = initiate(bucket, "k");
    byte[] last = UsesStore.bytes(777, 8);
    complete(
        bucket,
        "k",
        upload,
        part(bucket, "k", upload, 3, new byte[PART]),
        part(bucket, "k", upload, 7, last));

    // When
    var read = s3().getObjectAsBytes(b -> b.bucket(bucket).key("k").partNumber(7));

    // Then
    assertThat(read.asByteArray()).isEqualTo(last);
    GetObjectResponse response = read.response();
    assertThat(response.partsCount()).isEqualTo(2);
    assertThat(response.contentRange())
        .isEqualTo("bytes " + PART + "-" + (PART + 776) + "/" + (PART + 777));
    assertRefused(
        () -> s3().getObjectAsBytes(b -> b.bucket(bucket).key("k").partNumber(2)),
        416,
        "InvalidPartNumber");
  }

  @Test
  default void aPlainObjectIsItsOnlyPart() {
    // Given
    String bucket = freshBucket();
    put(bucket, "k", new byte[] {1, 2, 3});

    // When
    var read = s3().getObjectAsBytes(b -> b.bucket(bucket).key("k").partNumber(1));

    // Then
    assertThat(read.asByteArray()).containsExactly(1, 2, 3);
  }

  @Test
  default void overridesHeadersOfASignedRead() {
    // Given
    String bucket = freshBucket();
    put(bucket, "k", new byte[1]);

    // When
    GetObjectResponse response =
        s3().getObjectAsBytes(
                b ->
                    b.bucket(bucket)
                        .key("k")
                        .responseContentType("text/x")
                        .responseContentLanguage("de")
                        .responseCacheControl("no-store")
                        .responseContentDisposition("attachment; filename=\"ü.txt\"")
                        .responseContentEncoding("identity"))
            .response();

    // Then
    assertThat(response.contentType()).isEqualTo("text/x");
    assertThat(response.contentLanguage()).isEqualTo("de");
    assertThat(response.cacheControl()).isEqualTo("no-store");
    assertThat(response.contentDisposition()).startsWith("attachment; filename=");
    assertThat(response.contentEncoding()).isEqualTo("identity");
  }

  @Test
  default void headersComeBackAsTheyWereSent() {
    // Given
    String bucket = freshBucket();
    String expires = "Thu, 01 Dec 2094 16:00:00 GMT";
    var put =
        request("PUT", "/" + bucket + "/k")
            .body("x")
            .with("Content-Type", "foo")
            .with("Content-Language", "de, en")
            .with("Expires", expires)
            .with("x-amz-meta-Mixed-Case", "Value  with   blanks")
            .with("x-amz-storage-class", "STANDARD");
    assertThat(ask(put).status()).isEqualTo(200);

    // When
    WireAnswer answer = ask("GET", "/" + bucket + "/k");

    // Then
    assertThat(answer.header("Content-Type")).contains("foo");
    assertThat(answer.header("Content-Language")).contains("de, en");
    assertThat(answer.header("Expires")).contains(expires);
    assertThat(answer.header("x-amz-meta-mixed-case")).contains("Value  with   blanks");
    assertThat(answer.headers()).doesNotContainKey("x-amz-storage-class");
    assertThat(answer.header("Server")).contains("AmazonS3");
    assertThat(answer.header("x-amz-id-2")).isPresent();
  }

  @Test
  default void anObjectWithoutATypeIsBinary() {
    // Given
    String bucket = freshBucket();
    assertThat(ask(request("PUT", "/" + bucket + "/k").body("x")).status()).isEqualTo(200);

    // When
    WireAnswer answer = ask("GET", "/" + bucket + "/k");

    // Then
    assertThat(answer.header("Content-Type")).contains("binary/octet-stream");
  }

  @Test
  default void keepsOtherCodingsThanItsOwn() {
    // Given
    String bucket = freshBucket();
    s3().putObject(b -> b.bucket(bucket).key("k").contentEncoding("gzip"), RequestBody.empty());
    s3().putObject(b -> b.bucket(bucket).key("plain"), RequestBody.fromString("x"));

    // When
    HeadObjectResponse gzip = s3().headObject(b -> b.bucket(bucket).key("k"));
    HeadObjectResponse plain = s3().headObject(b -> b.bucket(bucket).key("plain"));

    // Then
    assertThat(gzip.contentEncoding()).isEqualTo("gzip");
    assertThat(plain.contentEncoding()).isNull();
  }
}
