package dev.cairn.boot.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end, within a time. */
record Command(List<String> line, Path folder, String input) {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  static Command of(String... line) {
    return new Command(List.of(line), Path.of("/"), "");
  }

  static Command of(List<String> before, String... line) {
    List<String> whole = new ArrayList<>(before);
    whole.addAll(List.of(line));
    return new Command(whole, Path.of("/"), "");
  }

  Command reading(String text) {
    return new Command(line, folder, text);
  }

  /** Whether the program exists and succeeds. */
  boolean succeeds() {
    try {
      run();
      return true;
    } catch (PostgresException e) {
      return false;
    }
  }

  /**
   * What the program said.
   *
   * @throws PostgresException with the end of what it said, when it fails
   */
  String run() {
    Path said = null;
    try {
      // A file, not a pipe: a server that is started inherits it and would hold a pipe open.
      said = Files.createTempFile("cairn-command-", ".out");
      Process process = started(said);
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new PostgresException(line.getFirst() + " does not come to an end");
      }
      String output = Files.readString(said, StandardCharsets.UTF_8).strip();
      if (process.exitValue() != 0) {
        throw new PostgresException(program() + " failed: " + lastLinesOf(output));
      }
      return output;
    } catch (IOException e) {
      throw new PostgresException("cannot run " + program() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresException(program() + " was interrupted", e);
    } finally {
      deleteQuietly(said);
    }
  }

  private Process started(Path said) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    // PGDATA, PGPORT, PGOPTIONS and their like speak of some other server.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  private String program() {
    return line.stream()
        .filter(word -> word.startsWith("/"))
        .findFirst()
        .map(path -> Path.of(path).getFileName().toString())
        .orElse(line.getFirst());
  }

  private static String lastLinesOf(String output) {
    List<String> lines = output.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }

  private static void deleteQuietly(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
