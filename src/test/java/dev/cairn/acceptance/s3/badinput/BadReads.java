package dev.cairn.acceptance.s3.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges, part numbers, markers and limits of reads and listings. */
interface BadReads extends BadInput {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=10-",
        "bytes=10-20",
        "bytes=-0",
        "bytes=5-2",
        "bytes=abc",
        "bytes=",
        "bytes=-",
        "lines=1-2",
        "bytes=0-1,4-5",
        "bytes=99999999999999999999999-"
      })
  default void refusesRangesThatTheObjectDoesNotHave(String range) {
    // Given
    String bucket = freshBucket();
    store(bucket, "k", new byte[10]);

    // When
    Map<String, String> error =
        refuses(request("GET", "/" + bucket + "/k").with("Range", range), 416, "InvalidRange");

    // Then
    assertThat(error).containsEntry("ActualObjectSize", "10");
  }

  @Test
  default void aRangeOfNothingTellsTheSize() {
    // Given
    String bucket = freshBucket();
    store(bucket, "k", new byte[10]);

    // When
    WireAnswer answer = ask(request("GET", "/" + bucket + "/k").with("Range", "bytes=10-"));

    // Then
    assertThat(answer.header("Content-Range")).contains("bytes */10");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 400, InvalidArgument",
    "10001, 400, InvalidArgument",
    "abc, 400, InvalidArgument",
    "2, 416, InvalidPartNumber",
  })
  default void refusesPartNumbersOfAnObject(String number, int status, String code) {
    // Given
    String bucket = freshBucket();
    store(bucket, "k", new byte[10]);

    // When / Then
    refuses(request("GET", "/" + bucket + "/k?partNumber=" + number), status, code);
  }

  @Test
  default void refusesAPartAndARangeAtOnce() {
    // Given
    String bucket = freshBucket();
    store(bucket, "k", new byte[10]);

    // When / Then
    refuses(
        request("GET", "/" + bucket + "/k?partNumber=1").with("Range", "bytes=0-1"),
        400,
        "InvalidRequest");
  }

  @TestFactory
  default Stream<DynamicTest> refusesParametersOfListings() {
    String bucket = freshBucket();
    String upload = initiate(bucket, "k");
    String parts = "/k?uploadId=" + upload;
    return Stream.of(
        listing(bucket, "?max-keys=-1"),
        listing(bucket, "?max-keys=many"),
        listing(bucket, "?max-keys=99999999999999999999"),
        listing(bucket, "?list-type=2&max-keys=x"),
        listing(bucket, "?list-type=3"),
        listing(bucket, "?encoding-type=base64"),
        listing(bucket, "?list-type=2&encoding-type=x"),
        listing(bucket, "?list-type=2&continuation-token=nonsense"),
        listing(bucket, "?list-type=2&continuation-token="),
        listing(bucket, "?uploads&max-uploads=x"),
        listing(bucket, "?uploads&max-uploads=-1"),
        listing(bucket, "?uploads&key-marker=k&upload-id-marker=nonsense"),
        listing(bucket, "?uploads&encoding-type=x"),
        listing(bucket, parts + "&max-parts=x"),
        listing(bucket, parts + "&max-parts=-1"),
        listing(bucket, parts + "&part-number-marker=x"));
  }

  private DynamicTest listing(String bucket, String rest) {
    return refused(rest, request("GET", "/" + bucket + rest), 400, "InvalidArgument");
  }

  @Test
  default void refusesOverridesOfAnUnsignedRequest() {
    // Given
    String bucket = freshBucket();
    store(bucket, "k", new byte[10]);
    WireRequest unsigned = request("GET", "/" + bucket + "/k?response-content-type=text%2Fx");

    // When
    WireAnswer answer = send(unsigned);

    // Then: S3 says InvalidRequest before it says AccessDenied, or the other way round.
    assertThat(answer.status()).isIn(400, 403);
    assertThat(answer.error().get("Code")).isIn("InvalidRequest", "AccessDenied");
  }
}
