package dev.cairn.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.DialectSelector;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README says which dialect has which operation; {@code make table} lets it say so. */
@QuarkusTest
@WithTestResource(RunningCairn.class)
class OperationsTableQuarkusTest {
  private static final Path README = Path.of("README.md");
  private static final String BEGIN = "<!-- made by `make table` -->\n";
  private static final String END = "<!-- end of it -->\n";

  private final DialectSelector dialects;

  OperationsTableQuarkusTest(DialectSelector dialects) {
    this.dialects = dialects;
  }

  @Test
  void theReadmeHasTheTableOfOperations() throws IOException {
    // Given
    String readme = Files.readString(README);
    assertThat(readme).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
    int from = readme.indexOf(BEGIN) + BEGIN.length();
    int to = readme.indexOf(END);

    // When
    String table = new OperationsTable(dialects.all()).markdown();

    // Then
    if (Boolean.getBoolean("readme.write")) {
      Files.writeString(README, readme.substring(0, from) + table + readme.substring(to));
    } else {
      assertThat(readme.substring(from, to))
          .as("The README's table is not of today: run `make table`, or paste\n\n%s", table)
          .isEqualTo(table);
    }
  }

  @Test
  void whatIsBuiltCanBeReached() {
    for (Dialect dialect : dialects.all()) {
      assertThat(OperationsTable.knownIn(dialect))
          .as(dialect.vocabulary().name())
          .containsAll(OperationsTable.builtIn(dialect));
    }
  }
}
