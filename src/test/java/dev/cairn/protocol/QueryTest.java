package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.model.FailureException;
import dev.cairn.protocol.Query.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "&", "&&"})
  void isEmptyWithoutParameters(String raw) {
    assertThat(Query.parse(raw).parameters()).isEmpty();
  }

  @Test
  void keepsOrderAndRawForm() {
    assertThat(Query.parse("b=%2f+x&a&c=&%61=1=2&=v").parameters())
        .containsExactly(
            new Parameter("b", "%2f+x", "b", "/ x"),
            new Parameter("a", null, "a", ""),
            new Parameter("c", "", "c", ""),
            new Parameter("%61", "1=2", "a", "1=2"),
            new Parameter("", "v", "", "v"));
  }

  @Test
  void findsTheFirstByItsExactName() {
    Query query = Query.parse("uploadId=1&uploadId=2&acl");

    assertThat(query.find("uploadId")).contains("1");
    assertThat(query.find("uploadid")).isEmpty();
    assertThat(query.find("acl")).contains("");
    assertThat(query.has("acl")).isTrue();
    assertThat(query.has("policy")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "%zz=1", "a=%FF", "a=b&c=%C0%AF"})
  void refusesWhatCannotBeDecoded(String raw) {
    assertThatThrownBy(() -> Query.parse(raw)).isInstanceOf(FailureException.class);
  }
}
