package dev.cairn.acceptance.s3.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.ChunkedBody;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Checksums of objects that are sent whole. */
interface ChecksumBehaviour extends UsesS3 {
  @ParameterizedTest
  @EnumSource(
      value = ChecksumAlgorithm.class,
      names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
  default void keepsTheChecksumThatTheSdkSends(ChecksumAlgorithm algorithm) {
    // Given
    String bucket = freshBucket();
    byte[] body = UsesStore.bytes(100_000, 1);

    // When
    s3().putObject(
            b -> b.bucket(bucket).key("k").checksumAlgorithm(algorithm),
            RequestBody.fromBytes(body));

    // Then
    HeadObjectResponse head =
        s3().headObject(b -> b.bucket(bucket).key("k").checksumMode(ChecksumMode.ENABLED));
    String kept =
        switch (algorithm) {
          case CRC32 -> head.checksumCRC32();
          case CRC32_C -> head.checksumCRC32C();
          case SHA1 -> head.checksumSHA1();
          default -> head.checksumSHA256();
        };
    assertThat(kept).isEqualTo(Checksums.valueOf(algorithm.toString()).of(body));
    assertThat(head.checksumTypeAsString()).isEqualTo("FULL_OBJECT");
    assertThat(read(bucket, "k")).isEqualTo(body);
  }

  @ParameterizedTest
  @EnumSource
  default void takesAChecksumInAHeader(Checksums algorithm) {
    // Given
    String bucket = freshBucket();
    byte[] body = UsesStore.bytes(70_000, 2);
    WireRequest put = request("PUT", "/" + bucket + "/k").body(body);

    // When
    WireAnswer answer = ask(put.with(algorithm.header(), algorithm.of(body)));

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header(algorithm.header())).contains(algorithm.of(body));
    assertThat(checksum(bucket, algorithm)).isEqualTo(algorithm.of(body));
  }

  @ParameterizedTest
  @EnumSource
  default void takesAChecksumInATrailer(Checksums algorithm) {
    // Given
    String bucket = freshBucket();
    byte[] body = UsesStore.bytes(70_000, 3);

    // When
    WireAnswer answer = send(trailing(bucket, algorithm, body, algorithm.of(body)));

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(checksum(bucket, algorithm)).isEqualTo(algorithm.of(body));
    assertThat(read(bucket, "k")).isEqualTo(body);
  }

  @ParameterizedTest
  @EnumSource
  default void refusesAnotherChecksumInAHeader(Checksums algorithm) {
    // Given
    WireRequest put = request("PUT", "/" + freshBucket() + "/k").body(new byte[70_000]);

    // When / Then
    refuses(put.with(algorithm.header(), algorithm.of(new byte[1])), 400, "BadDigest");
  }

  @ParameterizedTest
  @EnumSource
  default void refusesAnotherChecksumInATrailer(Checksums algorithm) {
    // Given
    String bucket = freshBucket();

    // When / Then
    refusesAsSent(
        trailing(bucket, algorithm, new byte[70_000], algorithm.of(new byte[1])), 400, "BadDigest");
  }

  @Test
  default void tellsNoChecksumUnasked() {
    // Given
    String bucket = freshBucket();
    put(bucket, "k", new byte[10]);

    // When
    WireAnswer answer = ask("GET", "/" + bucket + "/k");

    // Then
    assertThat(answer.headers().keySet()).noneMatch(name -> name.contains("checksum"));
  }

  @Test
  default void aRangeHasNoChecksumOfTheWhole() {
    // Given
    String bucket = freshBucket();
    put(bucket, "k", new byte[10]);

    // When
    WireAnswer answer =
        ask(
            request("GET", "/" + bucket + "/k")
                .with("x-amz-checksum-mode", "ENABLED")
                .with("Range", "bytes=0-4"));

    // Then
    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.headers()).doesNotContainKey("x-amz-checksum-crc32");
  }

  @Test
  default void aCopyHasTheChecksumOfItsSource() {
    // Given
    String bucket = freshBucket();
    byte[] body = UsesStore.bytes(70_000, 4);
    put(bucket, "k", body);

    // When
    var copied =
        s3().copyObject(
                b ->
                    b.sourceBucket(bucket)
                        .sourceKey("k")
                        .destinationBucket(bucket)
                        .destinationKey("copy"))
            .copyObjectResult();

    // Then
    assertThat(copied.checksumCRC32()).isEqualTo(Checksums.CRC32.of(body));
  }

  private String checksum(String bucket, Checksums algorithm) {
    WireAnswer head =
        ask(request("HEAD", "/" + bucket + "/k").with("x-amz-checksum-mode", "ENABLED"));
    assertThat(head.header("x-amz-checksum-type")).contains("FULL_OBJECT");
    return head.headers().get(algorithm.header());
  }

  /** Signed chunks, and a signed trailer with the checksum. */
  private WireRequest trailing(String bucket, Checksums algorithm, byte[] body, String checksum) {
    SignerV4 signer = ((UsesWire) this).v4();
    WireRequest head =
        signer.sign(
            request("PUT", "/" + bucket + "/k")
                .with("Content-Encoding", "aws-chunked")
                .with("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER")
                .with("x-amz-trailer", algorithm.header())
                .with("x-amz-decoded-content-length", Integer.toString(body.length)));
    return head.body(
        ChunkedBody.signed(signer, head)
            .chunk(body)
            .chunk(new byte[0])
            .trailer(algorithm.header(), checksum)
            .end());
  }
}
