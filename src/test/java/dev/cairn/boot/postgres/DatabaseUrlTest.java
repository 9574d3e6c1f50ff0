package dev.cairn.boot.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTest {

  @Test
  void readsEveryPart() {
    DatabaseUrl url =
        DatabaseUrl.parse("postgresql://ann:p%40ss%2Fw%3Ard+%24@db.example:6432/ca%20irn");

    assertThat(url.host()).isEqualTo("db.example");
    assertThat(url.port()).isEqualTo(6432);
    assertThat(url.user()).isEqualTo("ann");
    assertThat(url.password()).isEqualTo("p@ss/w:rd+$");
    assertThat(url.database()).isEqualTo("ca irn");
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://u:p@h/n, jdbc:postgresql://h:5432/n, postgresql://h:5432/n",
    "postgresql://u@[::1]:7/n, jdbc:postgresql://[::1]:7/n, postgresql://[::1]:7/n",
    "postgresql://u:p@h/n?sslmode=require,"
        + " jdbc:postgresql://h:5432/n?sslmode=require, postgresql://h:5432/n?sslmode=require",
    "postgresql://u:p@h/n?application_name=c%26a,"
        + " jdbc:postgresql://h:5432/n?ApplicationName=c%26a,"
        + " postgresql://h:5432/n?application_name=c%26a",
  })
  void speaksToBothClients(String text, String jdbc, String reactive) {
    DatabaseUrl url = DatabaseUrl.parse(text);

    assertThat(url.jdbc()).isEqualTo(jdbc);
    assertThat(url.reactive()).isEqualTo(reactive);
  }

  @Test
  void comesBackWhole() {
    DatabaseUrl url = DatabaseUrl.parse("postgresql://a%3Ab:p%40%24%26@h:1/n?sslmode=prefer");

    assertThat(DatabaseUrl.parse(url.secret())).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "mysql://u:s3cret@h/n, must begin with",
    "u:s3cret@h/n, must begin with",
    "postgresql://u:s3cret@h, names no database",
    "postgresql://u:s3cret@h/, names no database",
    "postgresql://u:s3cret@h/a/b, names no database",
    "postgresql://h/n, names no user",
    "postgresql://u:s3cret@/n, has no readable",
    "postgresql://u:s3cret@h:x/n, has no readable",
    "postgresql://u:s3cret^@h/n, character 22",
    "postgresql://u:s3cret%zz@h/n, is no URL",
    "postgresql://u:s3cret@h/n?sslmode=verify-full, sslmode",
    "postgresql://u:s3cret@h/n?foo=bar, parameter foo",
  })
  void saysWhatIsWrongWithoutThePassword(String text, String reason) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining("s3cret");
  }
}
