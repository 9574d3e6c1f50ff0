package dev.cairn.acceptance.oss.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.oss.OSSException;
import com.aliyun.oss.model.AppendObjectRequest;
import com.aliyun.oss.model.AppendObjectResult;
import com.aliyun.oss.model.ObjectMetadata;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.obs.ObsClients;
import dev.cairn.acceptance.s2.S2Clients;
import dev.cairn.acceptance.s3.AwsClients;
import dev.cairn.acceptance.s3.AwsV1Clients;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** AppendObject by OSS's SDK, and what everybody reads of it. */
interface AppendBehaviour extends UsesOss {
  private AppendObjectResult append(
      String bucket, String key, long position, byte[] bytes, ObjectMetadata metadata) {
    return oss()
        .appendObject(
            new AppendObjectRequest(bucket, key, new ByteArrayInputStream(bytes), metadata)
                .withPosition(position));
  }

  private AppendObjectResult append(String bucket, String key, long position, byte[] bytes) {
    return append(bucket, key, position, bytes, new ObjectMetadata());
  }

  private byte[] whole(String bucket, String key) throws IOException {
    try (var object = oss().getObject(bucket, key)) {
      return object.getObjectContent().readAllBytes();
    }
  }

  private static byte[] joined(byte[]... all) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] each : all) {
      bytes.writeBytes(each);
    }
    return bytes.toByteArray();
  }

  @Test
  default void growsAnObject() throws IOException {
    // Given
    String bucket = freshBucket();
    byte[] first = UsesStore.bytes(100_000, 1);
    byte[] second = UsesStore.bytes(10, 2);
    byte[] third = UsesStore.bytes(70_000, 3);
    ObjectMetadata described = new ObjectMetadata();
    described.setContentType("text/log");
    described.addUserMetadata("color", "blue");
    ObjectMetadata ignored = new ObjectMetadata();
    ignored.setContentType("text/other");

    // When: the SDK compares the CRC of the whole with its own.
    AppendObjectResult begun = append(bucket, "log", 0, first, described);
    oss()
        .appendObject(
            new AppendObjectRequest(bucket, "log", new ByteArrayInputStream(second), ignored)
                .withPosition(begun.getNextPosition())
                .withInitCRC(begun.getClientCRC()));
    AppendObjectResult grown = append(bucket, "log", 100_010, third);

    // Then
    assertThat(begun.getNextPosition()).isEqualTo(100_000);
    assertThat(grown.getNextPosition()).isEqualTo(170_010);
    assertThat(whole(bucket, "log")).isEqualTo(joined(first, second, third));
    ObjectMetadata kept = oss().getObjectMetadata(bucket, "log");
    assertThat(kept.getObjectType()).isEqualTo("Appendable");
    assertThat(kept.getETag()).matches("[0-9A-F]{32}");
    assertThat(kept.getContentMD5()).isNull();
    assertThat(kept.getContentType()).isEqualTo("text/log");
    assertThat(kept.getUserMetadata()).containsEntry("color", "blue");
    assertThat(kept.getServerCRC()).isEqualTo(Long.parseUnsignedLong(grown.getObjectCRC()));
    assertThat(kept.getRawMetadata()).containsEntry("x-oss-next-append-position", "170010");
    assertThat(oss().listObjectsV2(bucket).getObjectSummaries().getFirst().getType())
        .isEqualTo("Appendable");
    assertThat(oss().getSimplifiedObjectMeta(bucket, "log").getETag()).isEqualTo(kept.getETag());
    assertThat(oss().listObjectsV2(bucket).getObjectSummaries().getFirst().getETag())
        .isEqualTo(kept.getETag());
  }

  @Test
  default void readsUnderTheETagThatItShows() {
    String bucket = freshBucket();
    append(bucket, "log", 0, new byte[3]);
    String eTag = oss().getObjectMetadata(bucket, "log").getETag();

    WireAnswer known = tell(byHand("GET", bucket, "/log").with("If-None-Match", '"' + eTag + '"'));

    assertThat(known.status()).isEqualTo(304);
    assertThat(known.header("ETag")).contains('"' + eTag + '"');
  }

  private WireRequest byHand(String method, String bucket, String target) {
    return WireRequest.of(method, "/" + bucket + target)
        .with("Host", "oss.localhost:" + cairn().port());
  }

  @Test
  default void tellsWhereTheEndIsToWhoMissesIt() {
    String bucket = freshBucket();
    append(bucket, "log", 0, new byte[3]);

    WireAnswer answer = tell(byHand("POST", bucket, "/log?append&position=2").body(new byte[1]));

    UsesOss.refusalOfOss(answer, 409, "PositionNotEqualToLength");
    assertThat(answer.header("x-oss-next-append-position")).contains("3");
  }

  @ParameterizedTest
  @CsvSource({
    "/log?append,             400, MissingArgument",
    "/log?append&position=,   400, NotImplemented",
    "/log?append&position=-1, 400, InvalidArgument",
    "/log?append&position=x,  400, InvalidArgument",
    "/log?append&position=1,  409, PositionNotEqualToLength",
    "/whole?append&position=5, 409, ObjectNotAppendable",
    "/log?append&position=0&seal, 400, InvalidRequest"
  })
  default void refusesAppends(String target, int status, String code) {
    String bucket = freshBucket();
    oss().putObject(bucket, "whole", new ByteArrayInputStream(new byte[5]));

    refusesOss(byHand("POST", bucket, target).body(new byte[1]), status, code);
  }

  @Test
  default void anEmptyAppendChangesNothing() {
    String bucket = freshBucket();
    append(bucket, "log", 0, new byte[0]);
    append(bucket, "log", 0, new byte[] {1});
    String eTag = oss().getObjectMetadata(bucket, "log").getETag();

    AppendObjectResult nothing = append(bucket, "log", 1, new byte[0]);

    assertThat(nothing.getNextPosition()).isEqualTo(1);
    assertThat(oss().getObjectMetadata(bucket, "log").getETag()).isEqualTo(eTag);
  }

  @Test
  default void ofAppendsAtOnceOneWins() throws IOException {
    String bucket = freshBucket();
    append(bucket, "log", 0, new byte[] {9});

    List<CompletableFuture<String>> racing =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> outcome(bucket, 1, UsesStore.bytes(40_000, i))))
            .toList();
    List<String> outcomes = racing.stream().map(CompletableFuture::join).toList();

    assertThat(outcomes).filteredOn("40001"::equals).hasSize(1);
    assertThat(outcomes).filteredOn("PositionNotEqualToLength"::equals).hasSize(5);
    int winner = outcomes.indexOf("40001");
    assertThat(whole(bucket, "log"))
        .isEqualTo(joined(new byte[] {9}, UsesStore.bytes(40_000, winner)));
  }

  private String outcome(String bucket, long position, byte[] bytes) {
    try {
      return Long.toString(append(bucket, "log", position, bytes).getNextPosition());
    } catch (OSSException e) {
      return e.getErrorCode();
    }
  }

  @Test
  default void aPutMakesItNormalAgain() {
    String bucket = freshBucket();
    append(bucket, "log", 0, new byte[3]);

    oss().putObject(bucket, "log", new ByteArrayInputStream(new byte[3]));

    assertThat(oss().getObjectMetadata(bucket, "log").getObjectType()).isEqualTo("Normal");
    OSSException refused =
        catchThrowableOfType(OSSException.class, () -> append(bucket, "log", 3, new byte[1]));
    assertThat(refused.getErrorCode()).isEqualTo("ObjectNotAppendable");
  }

  @Test
  default void everyVendorReadsAndContinuesIt() throws IOException {
    // Given
    String bucket = freshBucket();
    byte[] first = UsesStore.bytes(50_000, 1);
    byte[] second = UsesStore.bytes(60_000, 2);
    append(bucket, "log", 0, first);
    S3Client s2 = S2Clients.pathStyle(cairn());

    // When
    s2.putObject(
        r -> r.bucket(bucket).key("log").metadata(java.util.Map.of("s2-append-position", "50000")),
        RequestBody.fromBytes(second));

    // Then
    byte[] whole = joined(first, second);
    AppendObjectResult last = append(bucket, "log", 110_000, new byte[0]);
    assertThat(last.getNextPosition()).isEqualTo(110_000);
    assertThat(whole(bucket, "log")).isEqualTo(whole);
    assertThat(oss().getObjectMetadata(bucket, "log").getServerCRC()).isNotNull();
    S3Client s3 = AwsClients.pathStyle(cairn());
    var read = s3.getObjectAsBytes(r -> r.bucket(bucket).key("log").partNumber(1));
    assertThat(read.asByteArray()).isEqualTo(whole);
    assertThat(read.response().partsCount()).isNull();
    assertThat(read.response().eTag()).matches("\"[0-9a-f]{32}-2\"");
    // This one compares an ETag that looks like an MD5 with the bytes.
    try (var object = AwsV1Clients.signatureV2(cairn()).getObject(bucket, "log")) {
      assertThat(object.getObjectContent().readAllBytes()).isEqualTo(whole);
    }
    var obs = ObsClients.byAddress(cairn());
    assertThat(obs.getObject(bucket, "log").getObjectContent().readAllBytes()).isEqualTo(whole);
    s3.copyObject(
        r ->
            r.sourceBucket(bucket)
                .sourceKey("log")
                .destinationBucket(bucket)
                .destinationKey("copy"));
    assertThat(oss().getObjectMetadata(bucket, "copy").getObjectType()).isEqualTo("Normal");
    assertThat(whole(bucket, "copy")).isEqualTo(whole);
  }
}
