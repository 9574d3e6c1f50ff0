package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncedTrailersTest {
  private static final Map<String, DigestAlgorithm> KNOWN =
      Map.of("x-sum-crc32", DigestAlgorithm.CRC32, "x-sum-sha1", DigestAlgorithm.SHA1);

  @Test
  void readsNamesWhateverTheirCaseAndBlanks() {
    assertThat(AnnouncedTrailers.parse(Optional.of(" X-Sum-CRC32 ,x-sum-sha1"), KNOWN).checksums())
        .isEqualTo(KNOWN);
  }

  @Test
  void readsNoneWhereNoneIsAnnounced() {
    assertThat(AnnouncedTrailers.parse(Optional.empty(), KNOWN).checksums()).isEmpty();
    assertThat(AnnouncedTrailers.parse(Optional.of(""), KNOWN).checksums()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-sum-md5", "x-sum-crc32,content-type", "x-sum-crc32;x-sum-sha1"})
  void refusesWhatTheDialectDoesNotHave(String announced) {
    assertThatThrownBy(() -> AnnouncedTrailers.parse(Optional.of(announced), KNOWN))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.InvalidRequest.class));
  }
}
