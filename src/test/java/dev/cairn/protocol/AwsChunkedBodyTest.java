package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsChunkedBodyTest {
  private static final String SIGNATURE = "0123456789abcdef".repeat(4);
  private static final String EXTENSION = ";chunk-signature=" + SIGNATURE;
  private static final String TRAILER = "x-amz-checksum-crc32";
  private static final String CRC = "NhCmhg==";
  private static final AnnouncedTrailers CRC32_TRAILER =
      AnnouncedTrailers.parse(Optional.of(TRAILER), Map.of(TRAILER, DigestAlgorithm.CRC32));

  private final Signatures signatures = new Signatures();

  /** Takes every signature but one, and remembers what was asked. */
  private static final class Signatures implements ChunkSignatures {
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

  @Test
  void takesUnsignedFramingOffWhereverItIsCut() {
    byte[] wire = ascii("5\r\nhello\r\n7\r\n, world\r\n0\r\n" + TRAILER + ":" + CRC + "\r\n\r\n");

    for (int first = 1; first < wire.length - 1; first++) {
      for (int second = first + 1; second < wire.length; second++) {
        BytesBody source = BytesBody.cutAt(wire.clone(), first, second);
        AwsChunkedBody body = unsigned(source, 12);

        assertThat(read(body)).as("cut at %s and %s", first, second).isEqualTo("hello, world");
        assertThat(source.slabsHeld()).isZero();
        assertClaimsCrc(body);
      }
    }
  }

  @Test
  void takesSignedFramingOffByteByByte() {
    String payload = "a".repeat(8192) + "the end";
    byte[] wire =
        ascii(
            "2000"
                + EXTENSION
                + "\r\n"
                + payload.substring(0, 8192)
                + "\r\n7"
                + EXTENSION
                + "\r\nthe end\r\n0"
                + EXTENSION
                + "\r\n\r\n");

    String read = read(signed(BytesBody.inSlabsOf(1, wire), payload.length()));

    assertThat(read).isEqualTo(payload);
    assertThat(signatures.asked)
        .containsExactly(
            "chunk " + Hashes.sha256Hex("a".repeat(8192)),
            "chunk " + Hashes.sha256Hex("the end"),
            "chunk " + Hashes.sha256Hex(""));
  }

  @Test
  void verifiesSignedTrailers() {
    byte[] wire =
        ascii(
            "5"
                + EXTENSION
                + "\r\nhello\r\n0"
                + EXTENSION
                + "\r\nX-Amz-Checksum-CRC32: "
                + CRC
                + " \r\nx-amz-trailer-signature:"
                + SIGNATURE
                + "\r\n\r\n");

    AwsChunkedBody body = signedWithTrailer(BytesBody.of(wire), 5);

    assertThat(read(body)).isEqualTo("hello");
    assertThat(signatures.asked)
        .endsWith("trailer " + Hashes.sha256Hex(TRAILER + ":" + CRC + "\n"));
    assertClaimsCrc(body);
  }

  @Test
  void readsTrailersThatEndWithLfCrLf() {
    String signedTail = TRAILER + ":" + CRC + "\n\r\nx-amz-trailer-signature:" + SIGNATURE;
    byte[] unsigned = ascii("5\r\nhello\r\n0\r\n" + TRAILER + ":" + CRC + "\n\r\n\r\n");
    byte[] signed =
        ascii("5" + EXTENSION + "\r\nhello\r\n0" + EXTENSION + "\r\n" + signedTail + "\r\n\r\n");

    assertThat(read(unsigned(BytesBody.of(unsigned), 5))).isEqualTo("hello");
    assertThat(read(signedWithTrailer(BytesBody.of(signed), 5))).isEqualTo("hello");
    assertThat(signatures.asked)
        .endsWith("trailer " + Hashes.sha256Hex(TRAILER + ":" + CRC + "\n"));
  }

  @Test
  void readsAnEmptyPayload() {
    byte[] wire = ascii("0" + EXTENSION + "\r\n\r\n");

    assertThat(read(signed(BytesBody.of(wire), 0))).isEmpty();
  }

  @Test
  void declaresTheLengthOfThePayload() {
    assertThat(unsigned(BytesBody.of("0\r\n\r\n"), 7).declaredLength()).hasValue(7);
  }

  @Test
  void keepsTheMemoryOfItsSlabs() {
    byte[] wire = ascii("5\r\nhello\r\n5\r\nworld\r\n0\r\n" + TRAILER + ":" + CRC + "\r\n\r\n");
    BytesBody source = BytesBody.of(wire);

    Slab slab = unsigned(source, 10).next().await().indefinitely();
    slab.retain().release();

    assertThat(slab.size()).isEqualTo(10);
    assertThat(slab.bytes().array()).isSameAs(wire);
    assertThat(source.slabsHeld()).isOne();
    slab.release();
    assertThat(source.slabsHeld()).isZero();
  }

  @Test
  void refusesATruncationAtEveryByte() {
    byte[] wire = ascii("5\r\nhello\r\n0\r\n" + TRAILER + ":" + CRC + "\r\n\r\n");

    for (int length = 0; length < wire.length; length++) {
      BytesBody source = BytesBody.of(Arrays.copyOf(wire, length));
      long received = Math.clamp(length - 3, 0, 5);

      assertThat(failure(unsigned(source, 5)))
          .as("%s bytes", length)
          .isEqualTo(new Failure.IncompleteBody(5, received));
      assertThat(source.slabsHeld()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'5\r\nhello\r\n0\r\n\r\n', 6, IncompleteBody",
    "'5\r\nhello\r\n0\r\n\r\n', 4, BodyTooLong",
    "'7fffffffffffffff\r\nhello', 5, BodyTooLong",
    "'ffffffffffffffff\r\nhello', 5, MalformedChunk",
    "'00000000000000005\r\nhello\r\n0\r\n\r\n', 5, MalformedChunk",
    "'-5\r\nhello\r\n0\r\n\r\n', 5, MalformedChunk",
    "'+5\r\nhello\r\n0\r\n\r\n', 5, MalformedChunk",
    "'0x5\r\nhello\r\n0\r\n\r\n', 5, MalformedChunk",
    "' 5\r\nhello\r\n0\r\n\r\n', 5, MalformedChunk",
    "'5 \r\nhello\r\n0\r\n\r\n', 5, MalformedChunk",
    "'g\r\nhello\r\n0\r\n\r\n', 5, MalformedChunk",
    "'\r\nhello\r\n0\r\n\r\n', 5, MalformedChunk",
    "'5\nhello\r\n0\r\n\r\n', 5, MalformedChunk",
    "'5\rhello\r\n0\r\n\r\n', 5, MalformedChunk",
    "'5\r\nhello0\r\n\r\n', 5, MalformedChunk",
    "'5\r\nhello\n0\r\n\r\n', 5, MalformedChunk",
    "'5\r\nhello\r\r0\r\n\r\n', 5, MalformedChunk",
    "'5;foo=bar\r\nhello\r\n0\r\n\r\n', 5, MalformedChunk",
    "'5\r\nhello\r\n0\r\n\r\nx', 5, MalformedChunk",
    "'5\r\nhello\r\n0\r\n\r\n\r\n', 5, MalformedChunk",
  })
  void refusesGarbledFraming(String wire, long decodedLength, String expected) {
    BytesBody source = BytesBody.of(wire);

    Failure failure = failure(withoutTrailers(source, decodedLength));

    assertThat(failure.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(source.slabsHeld()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5\r\n",
        "5;chunk-signature=\r\n",
        "5;chunk-signature=0123\r\n",
        "5;Chunk-Signature="
            + "00000000000000000000000000000000"
            + "00000000000000000000000000000000\r\n",
        "5;chunk-signature=g0000000000000000000000000000000"
            + "00000000000000000000000000000000\r\n",
        "5;chunk-signature=00000000000000000000000000000000"
            + "00000000000000000000000000000000;x\r\n",
        "5;chunk-signature=00000000000000000000000000000000"
            + "00000000000000000000000000000000 \r\n",
      })
  void refusesSignedChunksWithoutAReadableSignature(String header) {
    assertThat(failure(signed(BytesBody.of(header + "hello\r\n"), 5)))
        .isInstanceOf(Failure.MalformedChunk.class);
  }

  @Test
  void refusesSignaturesInUnsignedFraming() {
    assertThat(failure(unsigned(BytesBody.of("5" + EXTENSION + "\r\nhello\r\n"), 5)))
        .isInstanceOf(Failure.MalformedChunk.class);
  }

  @Test
  void refusesAHeaderWithoutEnd() {
    BytesBody source = BytesBody.inSlabsOf(100, new byte[1 << 20]);

    assertThat(failure(unsigned(source, 5))).isInstanceOf(Failure.MalformedChunk.class);
    assertThat(source.slabsPulled()).isLessThan(20);
  }

  @Test
  void refusesAWrongChunkSignature() {
    signatures.wrong = "f".repeat(64);
    byte[] wire = ascii("5;chunk-signature=" + "f".repeat(64) + "\r\nhello\r\n");

    assertThat(failure(signed(BytesBody.of(wire), 5)))
        .isInstanceOf(Failure.SignatureMismatch.class);
  }

  @Test
  void refusesAWrongSignatureOfTheLastChunk() {
    signatures.wrong = "f".repeat(64);
    String last = "0;chunk-signature=" + "f".repeat(64) + "\r\n\r\n";
    byte[] wire = ascii("5" + EXTENSION + "\r\nhello\r\n" + last);

    assertThat(failure(signed(BytesBody.of(wire), 5)))
        .isInstanceOf(Failure.SignatureMismatch.class);
  }

  @Test
  void refusesASmallSignedChunkThatIsNotTheLast() {
    byte[] wire =
        ascii("5" + EXTENSION + "\r\nhello\r\n5" + EXTENSION + "\r\nworld\r\n0" + EXTENSION);

    assertThat(failure(signed(BytesBody.of(wire), 10)))
        .isEqualTo(new Failure.ChunkTooSmall(1, 5, 8192));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n",
        TRAILER + ":" + CRC + "\r\n" + TRAILER + ":" + CRC + "\r\n\r\n",
        "x-amz-checksum-sha1:" + CRC + "\r\n\r\n",
        TRAILER + ":" + CRC + "\r\nx-amz-meta-a:b\r\n\r\n",
        TRAILER + "=" + CRC + "\r\n\r\n",
        ":" + CRC + "\r\n\r\n",
        TRAILER + ":\r\n\r\n",
        TRAILER + ":NhCm\r\n\r\n",
        TRAILER + ":NhCmhgAA\r\n\r\n",
        TRAILER + ":NhCm!g==\r\n\r\n",
        TRAILER + ":NhCmhg\r\nx\r\n\r\n",
        TRAILER + ":" + CRC + "\n\n\r\n\r\n",
        TRAILER + ":" + CRC + "\nx-amz-trailer-signature:a\r\n\r\n",
        TRAILER + ":" + CRC + "\rx\n\r\n",
        TRAILER + ":" + CRC + "\r\nx-amz-trailer-signature:abc\r\n\r\n",
      })
  void refusesBadTrailers(String trailers) {
    BytesBody source = BytesBody.of("5\r\nhello\r\n0\r\n" + trailers);

    assertThat(failure(unsigned(source, 5))).isInstanceOf(Failure.MalformedTrailer.class);
    assertThat(source.slabsHeld()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TRAILER + ":" + CRC + "\r\n\r\n",
        "x-amz-trailer-signature:" + "ab" + "\r\n\r\n",
        "x-amz-trailer-signature:ab\r\n" + TRAILER + ":" + CRC + "\r\n\r\n",
      })
  void refusesSignedTrailersWithoutTheirSignature(String trailers) {
    byte[] wire = ascii("0" + EXTENSION + "\r\n" + trailers);

    assertThat(failure(signedWithTrailer(BytesBody.of(wire), 0)))
        .isInstanceOf(Failure.MalformedTrailer.class);
  }

  @Test
  void refusesAWrongTrailerSignature() {
    signatures.wrong = "f".repeat(64);
    byte[] wire =
        ascii(
            "0"
                + EXTENSION
                + "\r\n"
                + TRAILER
                + ":"
                + CRC
                + "\r\nx-amz-trailer-signature:"
                + signatures.wrong
                + "\r\n\r\n");

    assertThat(failure(signedWithTrailer(BytesBody.of(wire), 0)))
        .isInstanceOf(Failure.SignatureMismatch.class);
  }

  @Test
  void refusesTrailersWithoutEnd() {
    BytesBody source = BytesBody.inSlabsOf(10, ascii("0\r\n" + "x".repeat(1 << 20)));

    assertThat(failure(unsigned(source, 0))).isInstanceOf(Failure.MalformedTrailer.class);
    assertThat(source.slabsPulled()).isLessThan(1000);
  }

  @Test
  void survivesGarbage() {
    Random random = new Random(42);
    byte[] alphabet = ascii("0123456789abcdef\r\n\r\n;:x-amz chunk-signature=");
    for (int round = 0; round < 3000; round++) {
      byte[] wire = garbage(random, alphabet);
      BytesBody source = BytesBody.inSlabsOf(1 + random.nextInt(40), wire);

      assertThat(failure(round % 2 == 0 ? unsigned(source, 5) : signed(source, 5))).isNotNull();
      assertThat(source.slabsHeld()).isZero();
    }
  }

  /** A right body with some bytes put elsewhere, or none of it. */
  private static byte[] garbage(Random random, byte[] alphabet) {
    byte[] bytes = ascii("5\r\nhello\r\n0\r\n" + TRAILER + ":" + CRC + "\r\n\r\n");
    int changes = 1 + random.nextInt(bytes.length);
    bytes[0] = '6';
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] = alphabet[random.nextInt(alphabet.length)];
    }
    return bytes;
  }

  @Test
  void passesTheFailureOfItsSourceOn() {
    RuntimeException gone = new Failure.ClientGone().exception();
    BytesBody source = BytesBody.of("5\r\nhel").failingWith(gone);

    assertThatThrownBy(() -> read(unsigned(source, 5))).isSameAs(gone);
    assertThat(source.slabsHeld()).isZero();
  }

  @Test
  void releasesTheSlabWhenTheWorkerIsGone() {
    Executor stopped =
        task -> {
          throw new RejectedExecutionException();
        };
    BytesBody source = BytesBody.of("5\r\nhello\r\n");
    AwsChunkedBody body =
        new AwsChunkedBody(source, 5, Optional.empty(), Optional.of(CRC32_TRAILER), stopped);

    assertThatThrownBy(() -> read(body)).isInstanceOf(RejectedExecutionException.class);
    assertThat(source.slabsHeld()).isZero();
  }

  @Test
  void abandonsItsSource() {
    BytesBody source = BytesBody.of("5\r\nhello\r\n");

    unsigned(source, 5).abandon();

    assertThat(source.isAbandoned()).isTrue();
  }

  private static AwsChunkedBody unsigned(BytesBody framed, long length) {
    return new AwsChunkedBody(
        framed, length, Optional.empty(), Optional.of(CRC32_TRAILER), Runnable::run);
  }

  private static AwsChunkedBody withoutTrailers(BytesBody framed, long length) {
    return new AwsChunkedBody(framed, length, Optional.empty(), Optional.empty(), Runnable::run);
  }

  private AwsChunkedBody signed(BytesBody framed, long length) {
    return new AwsChunkedBody(
        framed, length, Optional.of(signatures), Optional.empty(), Runnable::run);
  }

  private AwsChunkedBody signedWithTrailer(BytesBody framed, long length) {
    return new AwsChunkedBody(
        framed, length, Optional.of(signatures), Optional.of(CRC32_TRAILER), Runnable::run);
  }

  private static String read(AwsChunkedBody body) {
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

  private static Failure failure(AwsChunkedBody body) {
    try {
      String read = read(body);
      throw new AssertionError("took " + read);
    } catch (FailureException e) {
      return e.failure();
    }
  }

  private static void assertClaimsCrc(AwsChunkedBody body) {
    Claimed claimed = body.claims().list().getFirst();
    assertThat(claimed.algorithm()).isEqualTo(DigestAlgorithm.CRC32);
    assertThat(claimed.claim()).isEqualTo(Failure.BadDigest.Claim.CHECKSUM);
    assertThat(claimed.expected()).isEqualTo(Base64.getDecoder().decode(CRC));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
