package dev.cairn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small requests by wrk: one thread, many connections, a file of targets. */
final class Wrk {
  private static final String SCRIPT = "src/test/resources/dev/cairn/bench/requests.lua";
  private static final String RESULT = "result ";

  private final int port;
  private final Path folder;

  Wrk(int port, Path folder) throws IOException {
    this.port = port;
    this.folder = Files.createDirectories(folder);
  }

  /** How a load went; used counts targets that were begun, some of which got no answer. */
  private record Result(long requests, long microseconds, long used, long errors) {
    static Result in(String said) {
      String line =
          said.lines()
              .filter(l -> l.startsWith(RESULT))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(said));
      List<Long> numbers =
          List.of(line.substring(RESULT.length()).split(" ", -1)).stream()
              .map(Long::parseLong)
              .toList();
      return new Result(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }
  }

  /** Goes through the targets from the first to the last, and then once more. */
  Measurement repeated(String method, List<String> targets, int connections, int seconds)
      throws IOException, InterruptedException {
    return measurement(run(method, targets, new byte[0], connections, seconds));
  }

  /** Uses each target once; there must be enough of them. */
  Measurement once(String method, List<String> targets, byte[] body, int connections, int seconds)
      throws IOException, InterruptedException {
    Result result = run(method, targets, body, connections, seconds);
    if (result.used > targets.size()) {
      throw new IllegalStateException(
          "%d targets are not enough: %d were used".formatted(targets.size(), result.used));
    }
    return measurement(result);
  }

  private static Measurement measurement(Result result) {
    if (result.errors > 0) {
      throw new IllegalStateException(result.errors + " requests failed");
    }
    return new Measurement(result.requests, result.microseconds / 1e6);
  }

  private Result run(String method, List<String> targets, byte[] body, int connections, int seconds)
      throws IOException, InterruptedException {
    Path targetsFile = Files.write(folder.resolve("targets"), targets);
    Path bodyFile = Files.write(folder.resolve("body"), body);
    return Result.in(
        Output.of(
            "wrk",
            "--threads=1",
            "--connections=" + connections,
            "--duration=" + seconds + "s",
            "--timeout=30s",
            "--script=" + SCRIPT,
            "http://127.0.0.1:" + port,
            "--",
            method,
            targetsFile.toString(),
            bodyFile.toString()));
  }
}
