package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.protocol.Headers.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadersTest {
  private final Headers headers =
      Headers.builder().add("X-B", "1").add("x-a", "2").add("x-b", " 3 ").build();

  @Test
  void comparesNamesWithoutRegardToCase() {
    assertThat(headers.first("x-B")).contains("1");
    assertThat(headers.has("X-A")).isTrue();
    assertThat(headers.has("x-c")).isFalse();
    assertThat(headers.first("x-c")).isEmpty();
  }

  @Test
  void keepsRepeatedFieldsInOrder() {
    assertThat(headers.all("X-b")).containsExactly("1", " 3 ");
    assertThat(headers.all("x-c")).isEmpty();
  }

  @Test
  void keepsFieldsAsTheyWereSent() {
    assertThat(headers.fields())
        .containsExactly(new Field("X-B", "1"), new Field("x-a", "2"), new Field("x-b", " 3 "));
  }

  @Test
  void listsNamesInLowerCaseAndInOrder() {
    assertThat(headers.names()).containsExactly("x-a", "x-b");
  }

  @Test
  void doesNotChange() {
    Headers.Builder builder = Headers.builder().addAll(headers);
    Headers before = builder.build();
    builder.add("x-c", "4");

    assertThat(before.has("x-c")).isFalse();
    assertThat(Headers.of(List.of()).fields()).isEmpty();
    assertThatThrownBy(() -> headers.fields().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
