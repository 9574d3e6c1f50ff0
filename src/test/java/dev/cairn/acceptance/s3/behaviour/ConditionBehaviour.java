package dev.cairn.acceptance.s3.behaviour;

import static dev.cairn.acceptance.s3.behaviour.UsesS3.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Conditions on reads and writes. */
interface ConditionBehaviour extends UsesS3 {
  // same: the object's own ETag; past: before it was modified; -: not sent.
  @ParameterizedTest
  @CsvSource({
    "same,  -,     -,      -,      200",
    "other, -,     -,      -,      412",
    "*,     -,     -,      -,      200",
    "list,  -,     -,      -,      200",
    "-,     same,  -,      -,      304",
    "-,     other, -,      -,      200",
    "-,     *,     -,      -,      304",
    "-,     list,  -,      -,      304",
    "-,     -,     past,   -,      200",
    "-,     -,     future, -,      304",
    "-,     -,     -,      past,   412",
    "-,     -,     -,      future, 200",
    "same,  -,     -,      past,   200", // If-Match wins over If-Unmodified-Since
    "other, -,     -,      future, 412",
    "-,     same,  past,   -,      304", // If-None-Match wins over If-Modified-Since
    "-,     other, future, -,      200",
    "same,  same,  -,      -,      304",
    "other, same,  -,      -,      412",
    "-,     -,     junk,   -,      200", // What is no date is no condition.
    "-,     -,     -,      junk,   200",
  })
  default void readsHaveConditions(
      String match, String noneMatch, String modified, String unmodified, int status) {
    // Given
    String bucket = freshBucket();
    String eTag = put(bucket, "k", new byte[10]);
    var request = request("GET", "/" + bucket + "/k");
    request = match.equals("-") ? request : request.with("If-Match", tag(match, eTag));
    request = noneMatch.equals("-") ? request : request.with("If-None-Match", tag(noneMatch, eTag));
    request = modified.equals("-") ? request : request.with("If-Modified-Since", date(modified));
    request =
        unmodified.equals("-") ? request : request.with("If-Unmodified-Since", date(unmodified));

    // When
    var answer = ask(request);
    var head = ask(request.method("HEAD"));

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(head.status()).isEqualTo(status);
    if (status == 304) {
      assertThat(answer.header("ETag")).contains(eTag);
      assertThat(answer.body()).isEmpty();
    }
    if (status == 412) {
      assertThat(answer.error()).containsEntry("Code", "PreconditionFailed");
    }
  }

  private static String tag(String word, String eTag) {
    return switch (word) {
      case "same" -> eTag;
      case "list" -> "\"0123\", " + eTag;
      case "*" -> "*";
      default -> "\"00000000000000000000000000000000\"";
    };
  }

  private static String date(String word) {
    Instant now = Instant.now();
    Instant time = word.equals("past") ? now.minusSeconds(3600) : now.plusSeconds(2);
    return word.equals("junk")
        ? "no date"
        : DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
  }

  @Test
  default void createsOnlyWhatIsNotThere() {
    // Given
    String bucket = freshBucket();
    s3().putObject(b -> b.bucket(bucket).key("k").ifNoneMatch("*"), RequestBody.fromString("1"));

    // When / Then
    assertRefused(
        () ->
            s3().putObject(
                    b -> b.bucket(bucket).key("k").ifNoneMatch("*"), RequestBody.fromString("2")),
        412,
        "PreconditionFailed");
    assertThat(read(bucket, "k")).containsExactly('1');
  }

  @Test
  default void replacesOnlyWhatItKnows() {
    // Given
    String bucket = freshBucket();
    String first = put(bucket, "k", new byte[] {1});
    s3().putObject(b -> b.bucket(bucket).key("k").ifMatch(first), RequestBody.fromString("2"));

    // When / Then
    assertRefused(
        () ->
            s3().putObject(
                    b -> b.bucket(bucket).key("k").ifMatch(first), RequestBody.fromString("3")),
        412,
        "PreconditionFailed");
    assertThat(read(bucket, "k")).containsExactly('2');
  }

  @Test
  default void replacesNothingWhereNothingIs() {
    // Given
    String bucket = freshBucket();

    // When / Then
    assertRefused(
        () ->
            s3().putObject(
                    b -> b.bucket(bucket).key("k").ifMatch("\"0123\""),
                    RequestBody.fromString("1")),
        404,
        "NoSuchKey");
  }

  @Test
  default void completesOnlyWhereNothingIs() {
    // Given
    String bucket = freshBucket();
    String upload = initiate(bucket, "k");
    CompletedPart part = part(bucket, "k", upload, 1, new byte[] {2});
    String eTag = put(bucket, "k", new byte[] {1});

    // When / Then
    assertRefused(
        () ->
            s3().completeMultipartUpload(
                    b ->
                        b.bucket(bucket)
                            .key("k")
                            .uploadId(upload)
                            .ifNoneMatch("*")
                            .multipartUpload(m -> m.parts(part))),
        412,
        "PreconditionFailed");
    assertThat(read(bucket, "k")).containsExactly(1);
    s3().completeMultipartUpload(
            b ->
                b.bucket(bucket)
                    .key("k")
                    .uploadId(upload)
                    .ifMatch(eTag)
                    .multipartUpload(m -> m.parts(part)));
    assertThat(read(bucket, "k")).containsExactly(2);
  }

  @ParameterizedTest
  @CsvSource({"10", "100000"})
  default void ofManyCreatorsOneWins(int size) throws Exception {
    // Given
    String bucket = freshBucket();
    List<Callable<Integer>> creators = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      creators.add(() -> create(bucket, new byte[size]));
    }

    // When
    List<Integer> statuses = all(creators);

    // Then
    assertThat(statuses).isSubsetOf(200, 409, 412);
    assertThat(statuses).containsOnlyOnce(200);
  }

  private int create(String bucket, byte[] bytes) {
    try {
      s3().putObject(b -> b.bucket(bucket).key("k").ifNoneMatch("*"), RequestBody.fromBytes(bytes));
      return 200;
    } catch (S3Exception e) {
      return e.statusCode();
    }
  }

  private static List<Integer> all(List<Callable<Integer>> calls)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
