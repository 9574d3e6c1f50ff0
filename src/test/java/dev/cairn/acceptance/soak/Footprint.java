package dev.cairn.acceptance.soak;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a service that rests holds.
 *
 * @param descriptors open files and sockets, without those to the database
 * @param connections to the database
 * @param threads of the process
 * @param heap MiB that a full collection leaves
 * @param resident MiB of the whole process
 */
record Footprint(int descriptors, int connections, int threads, long heap, long resident) {
  private static final String ESTABLISHED = "01";
  private static final String CONNECTIONS =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
      """;

  static Footprint of(PackagedCairn cairn) {
    Path process = Path.of("/proc", Long.toString(cairn.pid()));
    int connections = Integer.parseInt(Stored.ask(cairn.running(), CONNECTIONS));
    return new Footprint(
        count(process.resolve("fd")) - connections,
        connections,
        count(process.resolve("task")),
        heap(cairn.pid()),
        resident(process));
  }

  /** Connections to the data port that are established at its side. */
  static long clients(PackagedCairn cairn) {
    String port = ":%04X".formatted(cairn.running().port());
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> lines(Path.of("/proc/net", table)).stream())
        .map(line -> line.strip().split(" +", 5))
        .filter(fields -> fields[1].endsWith(port) && fields[3].equals(ESTABLISHED))
        .count();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int count(Path folder) {
    return folder.toFile().list().length;
  }

  private static long resident(Path process) {
    return lines(process.resolve("status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) >> 10)
        .sum();
  }

  /** The histogram counts what is reachable, after a collection; its last line is the sum. */
  private static long heap(long pid) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String total = said.lines().reduce((a, b) -> b).orElse("");
      if (!total.startsWith("Total")) {
        throw new IllegalStateException(said);
      }
      return Long.parseLong(total.strip().split(" +", -1)[2]) >> 20;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
