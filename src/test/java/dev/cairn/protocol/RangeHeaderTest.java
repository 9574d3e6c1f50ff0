package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.model.ByteRange;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.RangeSpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeHeaderTest {
  @Test
  void isAbsentWhereNoneWasSent() {
    assertThat(RangeHeader.parse(Optional.empty())).isInstanceOf(RangeHeader.Absent.class);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0, 9",
    "Bytes=0-9, 0, 9",
    "' bytes=0-9 ', 0, 9",
    "bytes=0-0, 0, 0",
    "bytes=5-, 5, 99",
    "bytes=90-1000, 90, 99",
    "bytes=-10, 90, 99",
    "bytes=-1000, 0, 99",
    "bytes=0-99999999999999999999999999999999, 0, 99",
    "bytes=007-008, 7, 8",
  })
  void resolvesAgainstTheSize(String header, long first, long last) {
    assertThat(spec(header).resolve(100)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=100-",
        "bytes=100-200",
        "bytes=-0",
        "bytes=99999999999999999999999999-",
        "bytes=99999999999999999999999999-99999999999999999999999999",
      })
  void isUnsatisfiableOfBytesThatAreNotThere(String header) {
    assertThat(spec(header).resolve(100)).isEmpty();
  }

  @Test
  void isUnsatisfiableOfAnEmptyObject() {
    assertThat(spec("bytes=0-0").resolve(0)).isEmpty();
    assertThat(spec("bytes=0-").resolve(0)).isEmpty();
    assertThat(spec("bytes=-1").resolve(0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,3-4", "bytes=0-1, -1", "bytes=,"})
  void tellsSeveral(String header) {
    assertThat(RangeHeader.parse(Optional.of(header))).isInstanceOf(RangeHeader.Several.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=1-b",
        "bytes=5-2",
        "bytes=+1-2",
        "bytes=1--2",
        "bytes=--1",
        "bytes=1 - 2",
        "bytes=0x1-0x2",
        "bytes=12",
        "bytes 0-1",
        "items=0-1",
        "bytes=\u0661-\u0662",
      })
  void tellsWhatIsNoRange(String header) {
    assertThat(RangeHeader.parse(Optional.of(header)))
        .isEqualTo(new RangeHeader.Unparsable(header));
  }

  @Test
  void readsTheRangeOfACopySource() {
    assertThat(RangeHeader.parseCopySource("range", "bytes=5-10")).isEqualTo(new ByteRange(5, 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5-10",
        "bytes=5-",
        "bytes=-5",
        "bytes=10-5",
        "bytes=1-2,3-4",
        "bytes=a-b",
        "Bytes=1-2"
      })
  void refusesOtherRangesOfACopySource(String header) {
    assertThatThrownBy(() -> RangeHeader.parseCopySource("range", header))
        .isInstanceOfSatisfying(
            FailureException.class,
            e ->
                assertThat(e.failure())
                    .isEqualTo(
                        new Failure.InvalidArgument("range", header, "must be bytes=first-last")));
  }

  private static RangeSpec spec(String header) {
    return ((RangeHeader.One) RangeHeader.parse(Optional.of(header))).spec();
  }
}
