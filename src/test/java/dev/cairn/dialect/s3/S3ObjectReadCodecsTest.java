package dev.cairn.dialect.s3;

import static dev.cairn.dialect.s3.S3Wire.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.Content;
import dev.cairn.core.object.GetObject;
import dev.cairn.core.object.GetObjectResult;
import dev.cairn.core.object.ReadConditions;
import dev.cairn.model.ByteRange;
import dev.cairn.model.Checksum;
import dev.cairn.model.ContentHeaders;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.RangeSpec;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3ObjectReadCodecsTest {
  private static final ETag ETAG = new ETag("5d41402abc4b2a76b9719d911017c592");
  private static final String SIGNED = "Authorization: AWS4-HMAC-SHA256 …";
  private static final StoredObject PLAIN = object(1000, 0, ObjectMetadata.NONE);
  private static final ObjectMetadata DESCRIBED =
      ObjectMetadata.of(
          new ContentHeaders(
              Optional.of("text/plain"),
              Optional.of("max-age=1"),
              Optional.of("inline"),
              Optional.of("gzip"),
              Optional.of("de"),
              Optional.of("Fri, 28 Feb 2012")),
          Map.of("colour", "dark blue"),
          Optional.of(StorageClass.INFREQUENT_ACCESS));

  private final S3Wire s3 = new S3Wire();

  @Test
  void readsAPlainRead() {
    assertThat(s3.input("GET /bucket/key"))
        .isEqualTo(
            new GetObject(
                new ObjectKey("key"),
                ReadConditions.NONE,
                Optional.empty(),
                OptionalInt.empty(),
                true));
    assertThat(((GetObject) s3.input("HEAD /bucket/key")).withContent()).isFalse();
  }

  @Test
  void readsRangesPartsAndConditions() {
    GetObject range =
        (GetObject)
            s3.input(
                "GET /bucket/key",
                "Range: bytes=5-9",
                "If-Match: \"a\", \"b\"",
                "If-None-Match: *",
                "If-Modified-Since: Sun, 01 Mar 2026 12:00:00 GMT",
                "If-Unmodified-Since: nonsense");
    GetObject part = (GetObject) s3.input("GET /bucket/key?partNumber=10000");

    assertThat(range.range()).contains(new RangeSpec.FirstLast(5, 9));
    assertThat(range.conditions().ifMatch()).contains(List.of(new ETag("a"), new ETag("b")));
    assertThat(range.conditions().ifNoneMatch()).contains(List.of());
    assertThat(range.conditions().ifModifiedSince())
        .contains(Instant.parse("2026-03-01T12:00:00Z"));
    assertThat(range.conditions().ifUnmodifiedSince()).isEmpty();
    assertThat(part.partNumber()).hasValue(10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=9-5", "bytes=a-b", "bytes=", "bytes=0-1,3-4", "lines=1-2"})
  void satisfiesNoOddRange(String range) {
    GetObject input = (GetObject) s3.input("GET /bucket/key", "Range: " + range);

    assertThat(input.range().orElseThrow().resolve(1000)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "partNumber=0, '', InvalidArgument",
    "partNumber=10001, '', InvalidArgument",
    "partNumber=abc, '', InvalidArgument",
    "partNumber=, '', InvalidArgument",
    "partNumber=1, Range: bytes=0-1, InvalidRequest",
    "x=y, x-amz-server-side-encryption-customer-algorithm: AES256, NotImplemented",
    "response-content-type=text%2Fplain, '', AnonymousOverrides",
    "response-content-type=a%0D%0AX:%20b, Authorization: AWS a:b, InvalidArgument",
    "response-content-disposition=%D1%84, Authorization: AWS a:b, InvalidArgument"
  })
  void refusesBadReads(String query, String header, String failure) {
    String[] headers = header.isEmpty() ? new String[0] : new String[] {header};

    assertThat(s3.failure("GET /bucket/key?" + query, headers).getClass().getSimpleName())
        .isEqualTo(failure);
  }

  @Test
  void answersAWholeObject() {
    GetObjectResult result = new GetObjectResult(PLAIN, Optional.empty(), Content.EMPTY);

    Answer answer = s3.answer(result, "GET /bucket/key");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(lines(answer))
        .containsExactly(
            "Last-Modified: Sun, 01 Mar 2026 12:00:00 GMT",
            "ETag: \"5d41402abc4b2a76b9719d911017c592\"",
            "Accept-Ranges: bytes",
            "Content-Type: binary/octet-stream");
    assertThat(answer.payload()).isEqualTo(new Answer.Payload.Stream(Content.EMPTY));
  }

  @Test
  void returnsWhatWasSent() {
    GetObjectResult result =
        new GetObjectResult(object(5, 0, DESCRIBED), Optional.empty(), Content.EMPTY);

    Answer answer = s3.answer(result, "HEAD /bucket/key");

    assertThat(lines(answer))
        .contains(
            "Content-Type: text/plain",
            "Cache-Control: max-age=1",
            "Content-Disposition: inline",
            "Content-Encoding: gzip",
            "Content-Language: de",
            "Expires: Fri, 28 Feb 2012",
            "x-amz-meta-colour: dark blue",
            "x-amz-storage-class: STANDARD_IA");
    assertThat(answer.payload()).isEqualTo(new Answer.Payload.LengthOnly(5));
  }

  @Test
  void overridesHeadersForASigner() {
    GetObjectResult result =
        new GetObjectResult(object(5, 0, DESCRIBED), Optional.empty(), Content.EMPTY);

    Answer byHeader =
        s3.answer(
            result,
            "GET /bucket/key?response-content-type=a%2Fb&response-expires=now"
                + "&response-content-disposition=attachment%3B%20filename%3D%22x%22",
            SIGNED);
    Answer byUrl =
        s3.answer(result, "GET /bucket/key?response-content-type=a%2Fb&X-Amz-Signature=0");

    assertThat(lines(byHeader))
        .contains(
            "Content-Type: a/b",
            "Expires: now",
            "Content-Disposition: attachment; filename=\"x\"",
            "Cache-Control: max-age=1")
        .doesNotContain("Content-Type: text/plain");
    assertThat(lines(byUrl)).contains("Content-Type: a/b");
  }

  @Test
  void answersARange() {
    GetObjectResult result =
        new GetObjectResult(PLAIN, Optional.of(new ByteRange(5, 9)), Content.EMPTY);

    Answer answer =
        s3.answer(result, "HEAD /bucket/key", "Range: bytes=5-9", "x-amz-checksum-mode: ENABLED");

    assertThat(answer.status()).isEqualTo(206);
    assertThat(lines(answer)).contains("Content-Range: bytes 5-9/1000");
    assertThat(answer.headers().has("x-amz-checksum-crc32")).isFalse();
    assertThat(answer.payload()).isEqualTo(new Answer.Payload.LengthOnly(5));
  }

  @Test
  void answersAPartWithTheNumberOfParts() {
    GetObjectResult result =
        new GetObjectResult(
            object(1000, 3, ObjectMetadata.NONE),
            Optional.of(new ByteRange(0, 499)),
            Content.EMPTY);

    Answer answer = s3.answer(result, "GET /bucket/key?partNumber=1");

    assertThat(answer.status()).isEqualTo(206);
    assertThat(lines(answer))
        .contains("Content-Range: bytes 0-499/1000", "x-amz-mp-parts-count: 3");
  }

  @Test
  void answersTheOnlyPartOfAnEmptyObjectAsTheWhole() {
    GetObjectResult result =
        new GetObjectResult(
            object(0, 0, ObjectMetadata.NONE), Optional.of(ByteRange.all(0)), Content.EMPTY);

    Answer answer = s3.answer(result, "GET /bucket/key?partNumber=1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().has("Content-Range")).isFalse();
  }

  @Test
  void returnsChecksumsOnDemand() {
    GetObjectResult result = new GetObjectResult(PLAIN, Optional.empty(), Content.EMPTY);

    Answer asked = s3.answer(result, "GET /bucket/key", "x-amz-checksum-mode: ENABLED");
    Answer unasked = s3.answer(result, "GET /bucket/key");

    assertThat(lines(asked))
        .contains("x-amz-checksum-crc32: AQIDBA==-2", "x-amz-checksum-type: COMPOSITE");
    assertThat(unasked.headers().has("x-amz-checksum-type")).isFalse();
  }

  private static List<String> lines(Answer answer) {
    return answer.headers().fields().stream().map(f -> f.name() + ": " + f.value()).toList();
  }

  private static StoredObject object(long size, int parts, ObjectMetadata metadata) {
    return new StoredObject(
        new ObjectId(new UUID(0, 1)),
        new ObjectKey("key"),
        size,
        ETAG,
        NOON,
        metadata,
        List.of(
            new Checksum(
                DigestAlgorithm.CRC32, Checksum.Type.COMPOSITE, new byte[] {1, 2, 3, 4}, 2)),
        parts);
  }
}
