package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDatesTest {
  @Test
  void writesRfc1123WithTwoDigitsOfADay() {
    assertThat(HttpDates.format(Instant.parse("1994-11-06T08:49:37.999Z")))
        .isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    assertThat(HttpDates.format(Instant.parse("2026-09-30T23:59:59Z")))
        .isEqualTo("Wed, 30 Sep 2026 23:59:59 GMT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 06 Nov 1994 08:49:37 GMT  | 1994-11-06T08:49:37Z",
        "Sun, 6 Nov 1994 08:49:37 GMT   | 1994-11-06T08:49:37Z",
        "sun, 06 nov 1994 08:49:37 gmt  | 1994-11-06T08:49:37Z",
        "Mon, 06 Nov 1994 08:49:37 GMT  | 1994-11-06T08:49:37Z",
        "06 Nov 1994 08:49:37 GMT       | 1994-11-06T08:49:37Z",
        "Sun, 06 Nov 1994 08:49:37 UTC  | 1994-11-06T08:49:37Z",
        "Tue, 27 Mar 2007 19:36:42 +0000 | 2007-03-27T19:36:42Z",
        "Tue, 27 Mar 2007 21:36:42 +0200 | 2007-03-27T19:36:42Z",
        "Tue, 27 Mar 2007 16:06:42 -0330 | 2007-03-27T19:36:42Z",
        "Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z",
        "Sunday, 06-Nov-1994 08:49:37 GMT | 1994-11-06T08:49:37Z",
        "Friday, 06-Nov-26 08:49:37 GMT | 2026-11-06T08:49:37Z",
        "Sun Nov  6 08:49:37 1994       | 1994-11-06T08:49:37Z",
        "Wed Nov 16 08:49:37 1994       | 1994-11-16T08:49:37Z",
      })
  void readsEveryFormOfHttp(String text, Instant expected) {
    assertThat(HttpDates.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "Sun, ",
        "yesterday",
        "1994-11-06T08:49:37Z",
        "Sun, 32 Nov 1994 08:49:37 GMT",
        "Sun, 30 Feb 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:49:37 GMT",
        "Sun, 06 Nov 1994",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 GMT and more",
        "0",
      })
  void readsNothingElse(String text) {
    assertThat(HttpDates.parse(text)).isEmpty();
  }
}
