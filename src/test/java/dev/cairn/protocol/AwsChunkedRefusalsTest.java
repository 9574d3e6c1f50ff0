package dev.cairn.protocol;

import static dev.cairn.protocol.ChunkedWire.CRC;
import static dev.cairn.protocol.ChunkedWire.EXTENSION;
import static dev.cairn.protocol.ChunkedWire.TRAILER;
import static dev.cairn.protocol.ChunkedWire.ascii;
import static dev.cairn.protocol.ChunkedWire.failure;
import static dev.cairn.protocol.ChunkedWire.signed;
import static dev.cairn.protocol.ChunkedWire.signedWithTrailer;
import static dev.cairn.protocol.ChunkedWire.unsigned;
import static dev.cairn.protocol.ChunkedWire.withoutTrailers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.BytesBody;
import dev.cairn.model.Failure;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Framing that is cut off, garbled, too much or wrongly signed. */
class AwsChunkedRefusalsTest {
  private final ChunkedWire.Signatures signatures = new ChunkedWire.Signatures();

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
    assertThat(failure(signed(BytesBody.of(header + "hello\r\n"), 5, signatures)))
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

    assertThat(failure(signed(BytesBody.of(wire), 5, signatures)))
        .isInstanceOf(Failure.SignatureMismatch.class);
  }

  @Test
  void refusesAWrongSignatureOfTheLastChunk() {
    signatures.wrong = "f".repeat(64);
    String last = "0;chunk-signature=" + "f".repeat(64) + "\r\n\r\n";
    byte[] wire = ascii("5" + EXTENSION + "\r\nhello\r\n" + last);

    assertThat(failure(signed(BytesBody.of(wire), 5, signatures)))
        .isInstanceOf(Failure.SignatureMismatch.class);
  }

  @Test
  void refusesASmallSignedChunkThatIsNotTheLast() {
    byte[] wire =
        ascii("5" + EXTENSION + "\r\nhello\r\n5" + EXTENSION + "\r\nworld\r\n0" + EXTENSION);

    assertThat(failure(signed(BytesBody.of(wire), 10, signatures)))
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
  @ValueSource(strings = {"", "NhCm", "NhCmhgAA", "NhCm!g=="})
  void refusesTrailersThatAreNoChecksum(String value) {
    BytesBody source = BytesBody.of("5\r\nhello\r\n0\r\n" + TRAILER + ":" + value + "\r\n\r\n");

    assertThat(failure(unsigned(source, 5))).isInstanceOf(Failure.InvalidRequest.class);
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

    assertThat(failure(signedWithTrailer(BytesBody.of(wire), 0, signatures)))
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

    assertThat(failure(signedWithTrailer(BytesBody.of(wire), 0, signatures)))
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

      assertThat(failure(round % 2 == 0 ? unsigned(source, 5) : signed(source, 5, signatures)))
          .isNotNull();
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
}
