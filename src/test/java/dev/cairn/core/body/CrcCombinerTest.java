package dev.cairn.core.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.model.DigestAlgorithm;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CrcCombinerTest {

  @Provide
  Arbitrary<DigestAlgorithm> combinable() {
    return Arbitraries.of(DigestAlgorithm.class).filter(DigestAlgorithm::combinable);
  }

  @Property
  void combinesTheTwoSidesOfAnyCutToTheWhole(
      @ForAll("combinable") DigestAlgorithm algorithm,
      @ForAll byte[] bytes,
      @ForAll Random random) {
    // Given
    int cut = random.nextInt(bytes.length + 1);
    byte[] left = checksum(algorithm, Arrays.copyOfRange(bytes, 0, cut));
    byte[] right = checksum(algorithm, Arrays.copyOfRange(bytes, cut, bytes.length));

    // When
    byte[] combined = CrcCombiner.combine(algorithm, left, right, bytes.length - cut);

    // Then
    assertThat(combined).isEqualTo(checksum(algorithm, bytes));
  }

  @ParameterizedTest
  @EnumSource(
      value = DigestAlgorithm.class,
      names = {"CRC32", "CRC32C", "CRC64NVME", "CRC64ECMA"})
  void combinesManyPartsOfSeveralMebibytes(DigestAlgorithm algorithm) {
    // Given
    byte[] bytes = new byte[(5 << 20) + 12_345];
    new Random(7).nextBytes(bytes);
    int partSize = 1 << 20;

    // When
    byte[] combined = checksum(algorithm, new byte[0]);
    for (int begin = 0; begin < bytes.length; begin += partSize) {
      byte[] part = Arrays.copyOfRange(bytes, begin, Math.min(bytes.length, begin + partSize));
      combined = CrcCombiner.combine(algorithm, combined, checksum(algorithm, part), part.length);
    }

    // Then
    assertThat(combined).isEqualTo(checksum(algorithm, bytes));
  }

  @ParameterizedTest
  @EnumSource(
      value = DigestAlgorithm.class,
      mode = Mode.INCLUDE,
      names = {"MD5", "SHA1", "SHA256"})
  void refusesWhatCannotBeCombined(DigestAlgorithm algorithm) {
    byte[] value = new byte[algorithm.bytes()];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrcCombiner.combine(algorithm, value, value, 1));
  }

  @Test
  void refusesAChecksumOfAnotherWidth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrcCombiner.combine(DigestAlgorithm.CRC32, new byte[4], new byte[8], 1));
  }

  private static byte[] checksum(DigestAlgorithm algorithm, byte[] bytes) {
    return Digests.of(EnumSet.of(algorithm), ByteBuffer.wrap(bytes)).get(algorithm);
  }
}
