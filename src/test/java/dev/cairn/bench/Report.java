package dev.cairn.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.cairn.bench.Outcome.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table, as Markdown to read and as JSON to compare. */
final class Report {
  private static final String HEAD =
      """
      | case | Cairn | limit | ratio | wanted | CPU s of the service | of PostgreSQL | peak MiB |
      |---|---|---|---|---|---|---|---|
      """;

  private final Options options;
  private final List<Outcome> outcomes;
  private final String openssl;

  Report(Options options, List<Outcome> outcomes) throws InterruptedException {
    this.options = options;
    this.outcomes = outcomes;
    this.openssl = Md5.byOpenssl();
  }

  /** Writes both files, and prints the first. */
  void write() throws IOException {
    String table = markdown();
    Path folder = options.folder();
    Files.writeString(folder.resolve("bench.md"), table);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(folder.resolve("bench.json").toFile(), json());
    System.out.println("\n" + table);
    System.out.println("also in " + folder);
  }

  private String markdown() {
    StringBuilder text = new StringBuilder(about()).append("\n\n").append(HEAD);
    for (Outcome outcome : outcomes) {
      text.append("| ").append(String.join(" | ", cells(outcome))).append(" |\n");
    }
    return text.toString();
  }

  private String about() {
    return format(
        "%s, %d cores, scale %s, median of %d rounds (least–most)%s",
        Instant.now().toString().substring(0, 10),
        Surroundings.CORES,
        options.scale(),
        options.rounds(),
        openssl);
  }

  private static List<String> cells(Outcome outcome) {
    Unit unit = outcome.measured().unit();
    List<String> cells = new ArrayList<>();
    cells.add(outcome.measured().title());
    cells.add(rate(outcome.rate(), unit));
    if (outcome.limited()) {
      cells.add(rate(outcome.limit(), unit) + ", " + outcome.measured().goal().limit());
      Spread ratio = outcome.ratio();
      cells.add(format("%.2f (%.2f–%.2f)", ratio.median(), ratio.least(), ratio.most()));
    } else {
      cells.add(outcome.measured().goal().limit());
      cells.add("");
    }
    cells.add(wanted(outcome));
    cells.add(format("%.2f for %s", outcome.cpu().median(), unit.costed()));
    cells.add(format("%.2f", outcome.databaseCpu().median()));
    cells.add(Long.toString(outcome.peakMebibytes()));
    return cells;
  }

  private static String rate(Spread spread, Unit unit) {
    String number = spread.median() < 10 ? "%.2f" : "%.0f";
    return format(
        number + " %s (" + number + "–" + number + ")",
        spread.median(),
        unit.rate(),
        spread.least(),
        spread.most());
  }

  private static String wanted(Outcome outcome) {
    Goal goal = outcome.measured().goal();
    List<String> parts = new ArrayList<>();
    goal.ratio().ifPresent(ratio -> parts.add(format("%.2f", ratio)));
    goal.rate()
        .ifPresent(rate -> parts.add(format("%.0f %s", rate, outcome.measured().unit().rate())));
    goal.cpuSeconds().ifPresent(cpu -> parts.add(format("at most %.1f CPU s", cpu)));
    return parts.isEmpty() ? "" : String.join(", ", parts) + (outcome.reached() ? " ✓" : " ✗");
  }

  private Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", Instant.now().toString());
    json.put("cores", Surroundings.CORES);
    json.put("scale", options.scale());
    json.put("cases", outcomes.stream().map(Report::json).toList());
    return json;
  }

  private static Map<String, Object> json(Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", outcome.measured().name());
    json.put("title", outcome.measured().title());
    json.put("unit", outcome.measured().unit().rate());
    json.put("cairn", outcome.rate());
    if (outcome.limited()) {
      json.put("limitedBy", outcome.measured().goal().limit());
      json.put("limit", outcome.limit());
      json.put("ratio", outcome.ratio());
    }
    outcome.measured().goal().ratio().ifPresent(ratio -> json.put("wanted", ratio));
    json.put("reached", outcome.reached());
    json.put("costedAmount", outcome.measured().unit().costed());
    json.put("cpuSeconds", outcome.cpu());
    json.put("databaseCpuSeconds", outcome.databaseCpu());
    json.put("peakMebibytes", outcome.peakMebibytes());
    return json;
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
