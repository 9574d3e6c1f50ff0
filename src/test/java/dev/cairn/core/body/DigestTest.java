package dev.cairn.core.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.DigestAlgorithm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DigestTest {

  @ParameterizedTest
  @CsvSource({
    "MD5, 25f9e794323b453885f5181f1b624d0b",
    "SHA1, f7c3bc1d808e04732adf679965ccc34ca7ae3441",
    "SHA256, 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225",
    "CRC32, cbf43926",
    "CRC32C, e3069283",
    "CRC64NVME, ae8b14860a799888",
    "CRC64ECMA, 995dc9bbdf1939fa"
  })
  void hasTheKnownAnswerOfTheDigits(DigestAlgorithm algorithm, String expected) {
    // Given
    ByteBuffer digits = ByteBuffer.wrap("123456789".getBytes(StandardCharsets.US_ASCII));
    Digest digest = Digest.of(algorithm);

    // When
    digest.update(digits);

    // Then
    assertThat(HexFormat.of().formatHex(digest.value())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "MD5, d41d8cd98f00b204e9800998ecf8427e",
    "CRC32, 00000000",
    "CRC32C, 00000000",
    "CRC64NVME, 0000000000000000",
    "CRC64ECMA, 0000000000000000"
  })
  void hasTheKnownAnswerOfNothing(DigestAlgorithm algorithm, String expected) {
    assertThat(HexFormat.of().formatHex(Digest.of(algorithm).value())).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(DigestAlgorithm.class)
  void hasAValueOfItsLength(DigestAlgorithm algorithm) {
    assertThat(Digest.of(algorithm).value()).hasSize(algorithm.bytes());
  }

  @Property(tries = 200)
  void isTheSameHoweverTheBytesAreCut(@ForAll byte[] bytes, @ForAll Random random) {
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      // Given
      Digest cut = Digest.of(algorithm);
      ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();

      // When
      while (direct.hasRemaining()) {
        int count = 1 + random.nextInt(direct.remaining());
        cut.update(direct.slice(direct.position(), count));
        direct.position(direct.position() + count);
      }

      // Then
      assertThat(cut.value()).isEqualTo(whole(algorithm, bytes));
    }
  }

  @Property(tries = 100)
  void agreesWithTheCrcsDefinition(@ForAll byte[] bytes) {
    assertThat(whole(DigestAlgorithm.CRC64NVME, bytes))
        .isEqualTo(bitByBit(0x9A6C9329AC4BC9B5L, bytes));
    assertThat(whole(DigestAlgorithm.CRC64ECMA, bytes))
        .isEqualTo(bitByBit(0xC96C5795D7870F42L, bytes));
  }

  private static byte[] whole(DigestAlgorithm algorithm, byte[] bytes) {
    return Digests.of(EnumSet.of(algorithm), ByteBuffer.wrap(bytes)).get(algorithm);
  }

  private static byte[] bitByBit(long polynomial, byte[] bytes) {
    long crc = -1;
    for (byte b : bytes) {
      crc ^= b & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ polynomial;
      }
    }
    return ByteBuffer.allocate(8).putLong(~crc).array();
  }
}
