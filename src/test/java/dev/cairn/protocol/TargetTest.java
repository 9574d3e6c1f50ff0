package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/, /, -",
        "/b/k, /b/k, -",
        "/b/k?, /b/k, ''",
        "/b/k?a=b?c, /b/k, a=b?c",
        "//b//k/../., //b//k/../., -",
        "/b/%2F%zz, /b/%2F%zz, -",
        "/b?x=http://h/p, /b, x=http://h/p",
        "/http://h/p, /http://h/p, -",
        "http://h/b/k?a, /b/k, a",
        "HTTPS://h:9000/b//k, /b//k, -",
        "http://h, /, -",
        "http://h?a=/, /, a=/",
      })
  void splits(String target, String rawPath, String rawQuery) {
    assertThat(Target.parse(target)).isEqualTo(new Target(rawPath, rawQuery));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "b/k", "?a", "h:9000", "ftp://h/b", "http:///b", "b?x=http://h/p", " /b"})
  void leavesOtherFormsWhole(String target) {
    assertThat(Target.parse(target)).isEqualTo(new Target(target, null));
    assertThat(Target.authority(target)).isEmpty();
  }

  @Test
  void tellsTheAuthorityOfAnAbsoluteForm() {
    assertThat(Target.authority("http://h:9000/b")).contains("h:9000");
    assertThat(Target.authority("https://h?a")).contains("h");
    assertThat(Target.authority("/http://h/b")).isEmpty();
  }

  @Test
  void showsItselfAsItCame() {
    assertThat(Target.parse("/b/%2F?a=%20&b")).hasToString("/b/%2F?a=%20&b");
    assertThat(Target.parse("/b")).hasToString("/b");
  }
}
