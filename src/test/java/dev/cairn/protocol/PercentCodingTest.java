package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentCodingTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a//b/./../c/, a//b/./../c/",
        "a+b, a+b",
        "a%2Bb, a+b",
        "a%2fb%2Fc, a/b/c",
        "a%20b, `a b`",
        "%25, %",
        "%2525, %25",
        "a;b=c&d, a;b=c&d",
        "%00, `\0`",
        "%41, A",
        "%C3%A9, \u00e9",
        "%F0%9F%98%80, \uD83D\uDE00",
        "`\u00c3\u00a9`, \u00e9",
        "`\u00c3%A9`, \u00e9",
        "%EF%BF%BD, \uFFFD",
      })
  void decodesPaths(String raw, String expected) {
    assertThat(PercentCoding.decodePath(raw)).isEqualTo(expected);
  }

  @Test
  void takesPlusForABlankInQueries() {
    assertThat(PercentCoding.decodeQuery("a+b")).isEqualTo("a b");
    assertThat(PercentCoding.decodeQuery("a+%2B+%C3%A9")).isEqualTo("a + \u00e9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "a%",
        "a%4",
        "%zz",
        "%4g",
        "%g4",
        "%-1",
        "% 1",
        "%+1",
        "%\uFF11\uFF11",
        // Invalid, overlong, surrogates, beyond Unicode, cut off
        "%FF",
        "%80",
        "%C3",
        "%C3a",
        "%C0%AF",
        "%E0%80%AF",
        "%F0%80%80%AF",
        "%ED%A0%BD%ED%B8%80",
        "%ED%A0%80",
        "%F4%90%80%80",
        "%F8%88%80%80%80",
        "\u00e9",
        "\u20ac",
        "\uD83D\uDE00",
      })
  void refuses(String raw) {
    assertInvalid(() -> PercentCoding.decodePath(raw), raw);
    assertInvalid(() -> PercentCoding.decodeQuery(raw), raw);
  }

  @Test
  void encodesEverythingButUnreserved() {
    assertThat(PercentCoding.encode("AZaz09-._~")).isEqualTo("AZaz09-._~");
    assertThat(PercentCoding.encode("a/b c+d%=&*!'()"))
        .isEqualTo("a%2Fb%20c%2Bd%25%3D%26%2A%21%27%28%29");
    assertThat(PercentCoding.encode("\u00e9\uD83D\uDE00")).isEqualTo("%C3%A9%F0%9F%98%80");
    assertThat(PercentCoding.encodePath("a/b c")).isEqualTo("a/b%20c");
  }

  @Test
  void decodesWhatItEncodes() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x3000; c++) {
      all.appendCodePoint(c);
    }
    String text = all.append("\uD83D\uDE00").toString();

    assertThat(PercentCoding.decodePath(PercentCoding.encode(text))).isEqualTo(text);
    assertThat(PercentCoding.decodeQuery(PercentCoding.encodePath(text))).isEqualTo(text);
    String raw = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(PercentCoding.decodePath(raw.replace("%", "%25"))).isEqualTo(text);
  }

  private static void assertInvalid(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable code, String raw) {
    assertThatThrownBy(code)
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isEqualTo(new Failure.InvalidUri(raw)));
  }
}
