package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.ETag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionHeadersTest {
  private static final ConditionHeaders NONE =
      new ConditionHeaders(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void hasNoneWhereNoneWasSent() {
    assertThat(ConditionHeaders.parse(Headers.NONE, "")).isEqualTo(NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"abc\"             | abc",
        "abc                 | abc",
        "ABC                 | abc",
        "W/\"abc\"           | abc",
        "\"a\", \"b\",c      | a;b;c",
        "\"a,b\", \"c\"      | a,b;c",
        "\"abc               | \"abc",
      })
  void readsTags(String header, String tags) {
    List<ETag> expected = Arrays.stream(tags.split(";", -1)).map(ETag::new).toList();

    assertThat(parse("If-Match", header).ifMatch()).contains(expected);
    assertThat(parse("If-None-Match", header).ifNoneMatch()).contains(expected);
  }

  @Test
  void readsAnyAsAnEmptyList() {
    assertThat(parse("If-None-Match", "*").ifNoneMatch()).contains(List.of());
    assertThat(parse("If-Match", "\"a\", *").ifMatch()).contains(List.of());
  }

  @Test
  void doesNotTakeAnEmptyHeaderOrAQuotedStarForAny() {
    assertThat(parse("If-Match", "").ifMatch()).contains(List.of(new ETag("")));
    assertThat(parse("If-Match", "\"*\"").ifMatch()).contains(List.of(new ETag("*")));
  }

  @Test
  void readsDatesOfEitherForm() {
    Instant date = Instant.parse("1994-11-06T08:49:37Z");

    assertThat(parse("If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT").ifModifiedSince())
        .contains(date);
    assertThat(parse("If-Unmodified-Since", "1994-11-06T08:49:37.000Z").ifUnmodifiedSince())
        .contains(date);
  }

  @Test
  void ignoresDatesThatAreNone() {
    assertThat(parse("If-Modified-Since", "yesterday")).isEqualTo(NONE);
  }

  @Test
  void readsThoseOfACopySource() {
    Headers headers = Headers.builder().add("X-Amz-Copy-Source-If-Match", "\"a\"").build();

    assertThat(ConditionHeaders.parse(headers, "x-amz-copy-source-").ifMatch())
        .contains(List.of(new ETag("a")));
    assertThat(ConditionHeaders.parse(headers, "")).isEqualTo(NONE);
  }

  private static ConditionHeaders parse(String name, String value) {
    return ConditionHeaders.parse(Headers.builder().add(name, value).build(), "");
  }
}
