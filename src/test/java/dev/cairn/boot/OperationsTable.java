package dev.cairn.boot;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.Operation;
import dev.cairn.protocol.OperationTable.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which dialect has which operation, as Markdown, out of the dialects' own tables. */
final class OperationsTable {
  private static final Map<String, String> TITLES =
      Map.of(
          "s3", "S3",
          "s2", "S2",
          "obs-s3", "OBS `x-amz-`",
          "obs", "OBS `x-obs-`",
          "oss", "OSS");

  private static final List<String> ORDER = List.of("s3", "s2", "obs-s3", "obs", "oss");

  /** Characters of a line in the README. */
  private static final int LINE = 98;

  private final List<Dialect> dialects;

  OperationsTable(List<Dialect> dialects) {
    this.dialects =
        dialects.stream()
            // The token service has nothing in common with the others.
            .filter(d -> !name(d).equals("sts"))
            .sorted(Comparator.comparing(d -> ORDER.indexOf(name(d))))
            .toList();
  }

  String markdown() {
    Stream<String> head =
        Stream.of(
            line("operation", d -> TITLES.getOrDefault(name(d), name(d))),
            "|---|" + ":-:|".repeat(dialects.size()));
    Stream<String> rows =
        operations().filter(this::isBuilt).map(o -> line(o.name(), d -> mark(d, o)));
    String table = Stream.concat(head, rows).collect(joining("\n"));
    return table + "\n\n" + folded("In no dialect yet", unbuilt());
  }

  private static String folded(String summary, List<String> words) {
    StringBuilder text = new StringBuilder("<details><summary>" + summary + "</summary>\n\n");
    int column = 0;
    for (String word : words) {
      if (column + word.length() > LINE) {
        text.append('\n');
        column = 0;
      }
      text.append(word).append(word.equals(words.getLast()) ? "" : ", ");
      column += word.length() + 2;
    }
    return text.append("\n\n</details>\n").toString().replace(" \n", "\n");
  }

  private String line(String first, Function<Dialect, String> cell) {
    return Stream.concat(Stream.of(first), dialects.stream().map(cell))
        .collect(joining(" | ", "| ", " |"));
  }

  private List<String> unbuilt() {
    return operations().filter(o -> !isBuilt(o) && isKnown(o)).map(Operation::name).toList();
  }

  private static Stream<Operation> operations() {
    return Arrays.stream(Operation.values());
  }

  private boolean isBuilt(Operation operation) {
    return dialects.stream().anyMatch(d -> builtIn(d).contains(operation));
  }

  private boolean isKnown(Operation operation) {
    return dialects.stream().anyMatch(d -> knownIn(d).contains(operation));
  }

  private static String mark(Dialect dialect, Operation operation) {
    return builtIn(dialect).contains(operation)
        ? "✓"
        : knownIn(dialect).contains(operation) ? "–" : " ";
  }

  /** Operations with a row. */
  static Set<Operation> knownIn(Dialect dialect) {
    return dialect.operations().rows().stream().map(Row::operation).collect(toUnmodifiableSet());
  }

  /** Operations that are answered otherwise than with NotImplemented, if a row leads to them. */
  static Set<Operation> builtIn(Dialect dialect) {
    return Stream.concat(dialect.codecs().keySet().stream(), dialect.fixed().keySet().stream())
        .collect(toUnmodifiableSet());
  }

  private static String name(Dialect dialect) {
    return dialect.vocabulary().name();
  }
}
