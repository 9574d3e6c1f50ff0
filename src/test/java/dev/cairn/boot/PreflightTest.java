package dev.cairn.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.model.BucketName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {

  @Test
  void takesNamesThatOneDialectAllows() {
    Settings settings =
        SettingsReader.read(Map.of("CAIRN_BUCKETS", " first, a.domain.style,,ab-1 "));

    assertThat(Preflight.bucketNames(settings))
        .extracting(BucketName::value)
        .containsExactly("first", "a.domain.style", "ab-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A_B", "ab", "-begins", "with/slash", "192.168.5.4", "good,..", "sch\u00f6n"})
  void refusesNamesThatNoDialectAllows(String names) {
    Settings settings = SettingsReader.read(Map.of("CAIRN_BUCKETS", names));

    assertThatThrownBy(() -> Preflight.bucketNames(settings))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith("CAIRN_BUCKETS: ");
  }
}
