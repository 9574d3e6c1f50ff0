package dev.cairn.acceptance.s3.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Multipart uploads: part numbers, upload ids, and the list of parts. */
interface BadUploads extends BadInput {
  @ParameterizedTest
  @ValueSource(strings = {"0", "10001", "-1", "abc", "1.0", "", "99999999999999999999", "+1"})
  default void refusesPartNumbers(String number) {
    // Given
    String bucket = freshBucket();
    String upload = initiate(bucket, "k");
    WireRequest part = request("PUT", part(bucket, "k", upload, number)).body("bytes");

    // When / Then
    refuses(part, 400, "InvalidArgument");
  }

  @TestFactory
  default Stream<DynamicTest> refusesUploadsThatAreNotThere() {
    String bucket = freshBucket();
    String others = initiate(bucket, "another");
    String aborted = initiate(bucket, "k");
    assertThat(ask("DELETE", "/" + bucket + "/k?uploadId=" + aborted).status()).isEqualTo(204);
    return Stream.of(
            new String[] {"unknown", "0197F3A0".repeat(4)},
            new String[] {"another form", UUID.randomUUID().toString()},
            new String[] {"nonsense", "nonsense"},
            new String[] {"path", "..%2F..%2Fetc%2Fpasswd"},
            new String[] {"of another key", others},
            new String[] {"aborted", aborted})
        .flatMap(
            id ->
                Stream.of(
                    gone(
                        id[0] + ": a part",
                        request("PUT", part(bucket, "k", id[1], "1")).body("b")),
                    gone(id[0] + ": its parts", request("GET", upload(bucket, "k", id[1]))),
                    gone(id[0] + ": the end", request("DELETE", upload(bucket, "k", id[1]))),
                    gone(
                        id[0] + ": completion",
                        request("POST", upload(bucket, "k", id[1])).body(list("1", "\"e\"")))));
  }

  private DynamicTest gone(String name, WireRequest request) {
    return refused(name, request, 404, "NoSuchUpload");
  }

  @Test
  default void aFinishedUploadTakesNoMoreParts() {
    // Given
    String bucket = freshBucket();
    String upload = initiate(bucket, "k");
    String eTag = send(bucket, upload, 1);
    WireRequest complete = request("POST", upload(bucket, "k", upload)).body(list("1", eTag));
    assertThat(ask(complete).status()).isEqualTo(200);

    // When / Then
    refuses(request("PUT", part(bucket, "k", upload, "2")).body("b"), 404, "NoSuchUpload");
    refuses(complete.body(list("2", eTag)), 404, "NoSuchUpload");
    refuses(request("DELETE", upload(bucket, "k", upload)), 404, "NoSuchUpload");
    assertThat(ask(complete).status()).as("the same list again").isEqualTo(200);
  }

  @TestFactory
  default Stream<DynamicTest> refusesListsOfParts() {
    String bucket = freshBucket();
    String upload = initiate(bucket, "k");
    String one = send(bucket, upload, 1);
    String two = send(bucket, upload, 2);
    String other = "\"" + "0".repeat(32) + "\"";
    return Stream.of(
        badList(bucket, upload, "unordered", "InvalidPartOrder", "2", two, "1", one),
        badList(bucket, upload, "repeated", "InvalidPartOrder", "1", one, "1", one),
        badList(bucket, upload, "missing", "InvalidPart", "1", one, "3", two),
        badList(bucket, upload, "another ETag", "InvalidPart", "1", other),
        badList(bucket, upload, "too small", "EntityTooSmall", "1", one, "2", two),
        badList(bucket, upload, "no part", "MalformedXML"),
        badList(bucket, upload, "number that is none", "MalformedXML", "one", one),
        badList(bucket, upload, "number 0", "InvalidArgument", "0", one),
        badList(bucket, upload, "number 10001", "InvalidArgument", "10001", one));
  }

  private DynamicTest badList(
      String bucket, String upload, String name, String code, String... numbersAndTags) {
    WireRequest complete = request("POST", upload(bucket, "k", upload));
    return refused(name, complete.body(list(numbersAndTags)), 400, code);
  }

  @Test
  default void refusesACompletionWithAnotherSizeThanItSays() {
    // Given
    String bucket = freshBucket();
    String upload = initiate(bucket, "k");
    String eTag = send(bucket, upload, 1);

    // When / Then
    refuses(
        request("POST", upload(bucket, "k", upload))
            .with("x-amz-mp-object-size", "1")
            .body(list("1", eTag)),
        400,
        "InvalidRequest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=0-", "bytes=-1", "0-1", "bytes=5-2", "bytes=a-b", "bytes=0-1,2-3", ""})
  default void refusesRangesOfACopySource(String range) {
    copyRefused(range, "InvalidArgument");
  }

  @Test
  default void refusesARangeBeyondTheCopySource() {
    copyRefused("bytes=5-10", "InvalidArgument");
  }

  private void copyRefused(String range, String code) {
    // Given
    String bucket = freshBucket();
    store(bucket, "source", new byte[10]);
    String upload = initiate(bucket, "k");

    // When / Then
    refuses(
        request("PUT", part(bucket, "k", upload, "1"))
            .with("x-amz-copy-source", "/" + bucket + "/source")
            .with("x-amz-copy-source-range", range),
        400,
        code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "/", "bucket-without-key/", "//k", "b/%zz", "/b/%ff", ""})
  default void refusesCopySourcesThatCannotBeRead(String source) {
    // Given
    String bucket = freshBucket();

    // When
    WireAnswer answer = ask(request("PUT", "/" + bucket + "/k").with("x-amz-copy-source", source));

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.error().get("Code"))
        .isIn(List.of("InvalidArgument", "InvalidURI", "InvalidRequest"));
  }

  private String send(String bucket, String upload, int number) {
    WireAnswer answer =
        ask(request("PUT", part(bucket, "k", upload, Integer.toString(number))).body("part"));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.headers().get("ETag");
  }

  private static String upload(String bucket, String key, String upload) {
    return "/" + bucket + "/" + key + "?uploadId=" + upload;
  }

  private static String part(String bucket, String key, String upload, String number) {
    return "/" + bucket + "/" + key + "?partNumber=" + number + "&uploadId=" + upload;
  }

  private static String list(String... numbersAndTags) {
    StringBuilder xml = new StringBuilder("<CompleteMultipartUpload>");
    for (int i = 0; i < numbersAndTags.length; i += 2) {
      xml.append("<Part><PartNumber>").append(numbersAndTags[i]).append("</PartNumber><ETag>");
      xml.append(numbersAndTags[i + 1]).append("</ETag></Part>");
    }
    return xml.append("</CompleteMultipartUpload>").toString();
  }
}
