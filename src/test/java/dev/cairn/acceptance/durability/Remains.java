package dev.cairn.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is left when everything was swept. */
public final class Remains {
  private static final String NAMED =
      """
      SELECT coalesce(string_agg(blob_id::text, ' '), '') FROM (
        SELECT blob_id FROM objects UNION ALL SELECT blob_id FROM parts) AS named
      WHERE blob_id IS NOT NULL
      """;

  private Remains() {}

  /** Waits until nothing is pending or garbage; then files and catalog name the same blobs. */
  public static void assertNoOrphans(RunningCairn cairn) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              assertThat(count(cairn, "pending_blobs")).as("pending blobs").isZero();
              assertThat(count(cairn, "garbage")).as("garbage").isZero();
              assertThat(filesOf(cairn.dataFolder())).isEqualTo(namedBy(cairn));
            });
  }

  private static int count(RunningCairn cairn, String table) {
    return Integer.parseInt(Stored.ask(cairn, "SELECT count(*) FROM " + table));
  }

  private static Set<String> namedBy(RunningCairn cairn) {
    String names = Stored.ask(cairn, NAMED);
    return names.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(names.split(" ", -1)));
  }

  static Set<String> filesOf(Path dataFolder) throws IOException {
    try (var files = Files.walk(dataFolder.resolve("blobs"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
