package dev.cairn.acceptance.s3.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.ChunkedBody;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** aws-chunked bodies that are not what they should be. */
interface BadFraming extends BadInput {
  byte[] HELLO = "hello".getBytes(UTF_8);
  String CRC_OF_HELLO = "NhCmhg==";
  String SIGNED = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
  String SIGNED_TRAILER = SIGNED + "-TRAILER";
  String UNSIGNED_TRAILER = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

  @Test
  default void readsSignedChunksAndTrailers() {
    // Given
    SignerV4 signer = v4();
    WireRequest head = signer.sign(framed(freshBucket(), SIGNED_TRAILER, 5));
    byte[] body =
        ChunkedBody.signed(signer, head)
            .chunk(HELLO)
            .chunk(new byte[0])
            .trailer("x-amz-checksum-crc32", CRC_OF_HELLO)
            .end();

    // When
    int status = send(head.body(body)).status();

    // Then
    assertThat(status).isEqualTo(200);
    assertThat(ask("GET", head.target()).text()).isEqualTo("hello");
  }

  @TestFactory
  default Stream<DynamicTest> refusesBadUnsignedChunks() {
    String bucket = freshBucket();
    String good = "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n";
    return Stream.of(
        unsigned(bucket, "no size", good, "5\r\n", "\r\n", "InvalidRequest"),
        unsigned(bucket, "size that is no number", good, "5\r\n", "five\r\n", "InvalidRequest"),
        unsigned(bucket, "negative size", good, "5\r\n", "-5\r\n", "InvalidRequest"),
        unsigned(bucket, "huge size", good, "5\r\n", "fffffffffffffffff\r\n", "InvalidRequest"),
        unsigned(
            bucket,
            "endless size line",
            good,
            "5\r\n",
            "5;x=" + "y".repeat(20_000) + "\r\n",
            "InvalidRequest"),
        unsigned(bucket, "data without an end", good, "hello\r\n", "helloX", "InvalidRequest"),
        unsigned(bucket, "truncated data", good, "lo\r\n0.*", "", "IncompleteBody"),
        unsigned(bucket, "no last chunk", good, "0\r\n.*", "", "IncompleteBody"),
        unsigned(
            bucket, "less than was announced", good, "5\r\nhello", "4\r\nhell", "IncompleteBody"),
        unsigned(
            bucket, "more than was announced", good, "5\r\nhello", "6\r\nhello!", "InvalidRequest"),
        unsigned(bucket, "wrong checksum", good, "NhCmhg==", "AAAAAA==", "BadDigest"),
        unsigned(bucket, "malformed checksum", good, "NhCmhg==", "NhCm", "InvalidRequest"),
        unsigned(
            bucket,
            "no trailer",
            good,
            "x-amz.*86==\r\n|x-amz[^\r]*\r\n",
            "",
            "MalformedTrailerError"),
        unsigned(
            bucket,
            "another trailer",
            good,
            "crc32:NhCmhg==",
            "sha1:NhCmhg==",
            "MalformedTrailerError"),
        unsigned(
            bucket, "trailer without a colon", good, "crc32:", "crc32 ", "MalformedTrailerError"));
  }

  private DynamicTest unsigned(
      String bucket, String name, String good, String part, String other, String code) {
    String body = good.replaceFirst("(?s)" + part, other);
    assertThat(body).as(name).isNotEqualTo(good);
    WireRequest head = framed(bucket, UNSIGNED_TRAILER, 5);
    return refusedAsSent(name, v4().sign(head).body(body), 400, code);
  }

  @TestFactory
  default Stream<DynamicTest> refusesWrongChunkSignatures() {
    String bucket = freshBucket();
    String mismatch = "SignatureDoesNotMatch";
    return Stream.of(
        signed(
            bucket,
            "of the first chunk",
            b -> b.replaceFirst("=[0-9a-f]{4}", "=0000"),
            403,
            mismatch),
        signed(
            bucket,
            "of the last chunk",
            b -> b.replaceFirst("\n0;c(.*)=....", "\n0;c$1=0000"),
            403,
            mismatch),
        signed(bucket, "of other data", b -> b.replace("hello", "jello"), 403, mismatch),
        signed(
            bucket,
            "of the trailer",
            b -> b.replaceFirst("(?s)re:[0-9a-f]{4}", "re:0000"),
            403,
            mismatch),
        signed(bucket, "of another trailer", b -> b.replace("NhCmhg==", "AAAAAA=="), 403, mismatch),
        signed(
            bucket,
            "none",
            b -> b.replaceAll(";chunk-signature=[0-9a-f]*", ""),
            400,
            "InvalidRequest"),
        signed(
            bucket, "too short", b -> b.replaceFirst("=[0-9a-f]{60}", "="), 400, "InvalidRequest"),
        signed(
            bucket,
            "none of the trailer",
            b -> b.replaceAll("x-amz-trailer-s.*\r\n", ""),
            400,
            "MalformedTrailerError"));
  }

  private DynamicTest signed(
      String bucket, String name, UnaryOperator<String> change, int status, String code) {
    SignerV4 signer = v4();
    WireRequest head = signer.sign(framed(bucket, SIGNED_TRAILER, 5));
    byte[] good =
        ChunkedBody.signed(signer, head)
            .chunk(HELLO)
            .chunk(new byte[0])
            .trailer("x-amz-checksum-crc32", CRC_OF_HELLO)
            .end();
    String bad = change.apply(new String(good, UTF_8));
    assertThat(bad).as(name).isNotEqualTo(new String(good, UTF_8));
    return refusedAsSent(name, head.body(bad), status, code);
  }

  @Test
  default void refusesSmallChunksInTheMiddle() {
    // Given
    SignerV4 signer = v4();
    WireRequest head = signer.sign(framed(freshBucket(), SIGNED, 10).without("x-amz-trailer"));
    byte[] body =
        ChunkedBody.signed(signer, head).chunk(HELLO).chunk(HELLO).chunk(new byte[0]).end();

    // When / Then
    refusesAsSent(head.body(body), 400, "InvalidChunkSizeError");
  }

  @TestFactory
  default Stream<DynamicTest> refusesFramingThatItsHeadersDenyOrForget() {
    String bucket = freshBucket();
    byte[] body = ChunkedBody.unsigned().chunk(HELLO).chunk(new byte[0]).end();
    WireRequest good = framed(bucket, UNSIGNED_TRAILER, 5).body(body);
    return Stream.of(
        refused(
            "no decoded length",
            good.without("x-amz-decoded-content-length"),
            411,
            "MissingContentLength"),
        refused(
            "decoded length that is no number",
            good.with("x-amz-decoded-content-length", "five"),
            400,
            "InvalidArgument"),
        refused(
            "negative decoded length",
            good.with("x-amz-decoded-content-length", "-5"),
            400,
            "InvalidArgument"),
        refused(
            "above 5 GiB",
            good.with("x-amz-decoded-content-length", "5368709121"),
            400,
            "EntityTooLarge"),
        refused(
            "a trailer that is none of ours",
            good.with("x-amz-trailer", "x-amz-checksum-md4"),
            400,
            "InvalidRequest"),
        refused(
            "an unknown form",
            good.with("x-amz-content-sha256", "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD"),
            501,
            "NotImplemented"));
  }

  private WireRequest framed(String bucket, String form, int length) {
    return request("PUT", "/" + bucket + "/framed")
        .with("Content-Encoding", "aws-chunked")
        .with("x-amz-content-sha256", form)
        .with("x-amz-trailer", "x-amz-checksum-crc32")
        .with("x-amz-decoded-content-length", Integer.toString(length));
  }
}
