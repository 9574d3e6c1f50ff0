package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDatesTest {
  @Test
  void writesMillisecondsAlways() {
    assertThat(IsoDates.format(Instant.parse("2009-10-12T17:50:30Z")))
        .isEqualTo("2009-10-12T17:50:30.000Z");
    assertThat(IsoDates.format(Instant.parse("2009-10-12T17:50:30.123456Z")))
        .isEqualTo("2009-10-12T17:50:30.123Z");
  }

  @Test
  void writesAndReadsTheFormOfSignatures() {
    Instant instant = Instant.parse("2013-05-24T01:02:03Z");

    assertThat(IsoDates.formatBasic(instant)).isEqualTo("20130524T010203Z");
    assertThat(IsoDates.parseBasic("20130524T010203Z")).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20130524T010203",
        "20130524T010203z",
        "20130524 010203Z",
        "2013-05-24T01:02:03Z",
        "20130532T010203Z",
        "20130230T010203Z",
        "20130524T250203Z",
        "+0130524T010203Z",
        "20130524T010203ZZ",
      })
  void readsNoOtherFormInSignatures(String text) {
    assertThat(IsoDates.parseBasic(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2009-10-12T17:50:30Z, 2009-10-12T17:50:30Z",
    "2009-10-12T17:50:30.123456789Z, 2009-10-12T17:50:30.123456789Z",
    "2009-10-12T19:50:30+02:00, 2009-10-12T17:50:30Z",
  })
  void readsTheExtendedForm(String text, Instant expected) {
    assertThat(IsoDates.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2009-10-12", "2009-10-12T17:50:30", "20091012T175030Z", "x"})
  void readsNothingElse(String text) {
    assertThat(IsoDates.parse(text)).isEmpty();
  }
}
