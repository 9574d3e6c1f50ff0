package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessLogTest {
  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("plain/key", "\"plain/key\""),
        Arguments.of("a\nb\rc", "\"a\\u000ab\\u000dc\""),
        Arguments.of("say \"hi\" \\o/", "\"say \\\"hi\\\" \\\\o/\""),
        Arguments.of("\033[31mred\u0085", "\"\\u001b[31mred\\u0085\""),
        Arguments.of("\u2028line\u202egnp", "\"\\u2028line\\u202egnp\""),
        Arguments.of("gr\u00fc\u00dfe \uD83D\uDE00", "\"gr\u00fc\u00dfe \uD83D\uDE00\""));
  }

  @ParameterizedTest
  @MethodSource("values")
  void escapesWhatCouldEndTheValueOrTheLine(String value, String quoted) {
    assertThat(AccessLog.quoted(value)).isEqualTo(quoted);
  }
}
