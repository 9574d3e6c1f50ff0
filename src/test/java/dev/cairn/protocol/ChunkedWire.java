package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.BytesBody;
import dev.cairn.core.body.Claims.Claimed;
import dev.cairn.core.body.Slab;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bodies in aws-chunked framing, and the signatures that they are checked against. */
final class ChunkedWire {
  static final String SIGNATURE = "0123456789abcdef".repeat(4);
  static final String EXTENSION = ";chunk-signature=" + SIGNATURE;
  static final String TRAILER = "x-amz-checksum-crc32";

  /** Of "hello", in base64. */
  static final String CRC = "NhCmhg==";

  static final AnnouncedTrailers CRC32_TRAILER =
      AnnouncedTrailers.parse(Optional.of(TRAILER), Map.of(TRAILER, DigestAlgorithm.CRC32));

  private ChunkedWire() {}

  /** Takes every signature but one, and remembers what was asked. */
  static final class Signatures implements ChunkSignatures {
    final List<String> asked = new ArrayList<>();
    String wrong = "";

    @Override
    public void verifyChunk(byte[] sha256, String signature) {
      check("chunk " + Hashes.hex(sha256), signature);
    }

    @Override
    public void verifyTrailer(byte[] sha256, String signature) {
      check("trailer " + Hashes.hex(sha256), signature);
    }

    private void check(String what, String signature) {
      if (signature.equals(wrong)) {
        throw new Failure.SignatureMismatch("key", signature, "text", Optional.empty()).exception();
      }
      asked.add(what);
    }
  }

  static AwsChunkedBody unsigned(BytesBody framed, long length) {
    return new AwsChunkedBody(
        framed, length, Optional.empty(), Optional.of(CRC32_TRAILER), Runnable::run);
  }

  static AwsChunkedBody withoutTrailers(BytesBody framed, long length) {
    return new AwsChunkedBody(framed, length, Optional.empty(), Optional.empty(), Runnable::run);
  }

  static AwsChunkedBody signed(BytesBody framed, long length, Signatures signatures) {
    return new AwsChunkedBody(
        framed, length, Optional.of(signatures), Optional.empty(), Runnable::run);
  }

  static AwsChunkedBody signedWithTrailer(BytesBody framed, long length, Signatures signatures) {
    return new AwsChunkedBody(
        framed, length, Optional.of(signatures), Optional.of(CRC32_TRAILER), Runnable::run);
  }

  static String read(AwsChunkedBody body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Slab slab = body.next().await().indefinitely();
    while (slab != null) {
      ByteBuffer bytes = slab.bytes();
      assertThat(bytes.remaining()).isEqualTo(slab.size()).isPositive();
      while (bytes.hasRemaining()) {
        out.write(bytes.get());
      }
      slab.release();
      slab = body.next().await().indefinitely();
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  static Failure failure(AwsChunkedBody body) {
    try {
      String read = read(body);
      throw new AssertionError("took " + read);
    } catch (FailureException e) {
      return e.failure();
    }
  }

  static void assertClaimsCrc(AwsChunkedBody body) {
    Claimed claimed = body.claims().list().getFirst();
    assertThat(claimed.algorithm()).isEqualTo(DigestAlgorithm.CRC32);
    assertThat(claimed.claim()).isEqualTo(Failure.BadDigest.Claim.CHECKSUM);
    assertThat(claimed.expected()).isEqualTo(Base64.getDecoder().decode(CRC));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
