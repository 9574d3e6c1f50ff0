package dev.cairn.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a program of the machine says; it must succeed. */
final class Output {
  private Output() {}

  static String of(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command.command()) + ":\n" + said);
      }
      return said;
    } finally {
      process.destroy();
    }
  }

  static String of(String... command) throws IOException, InterruptedException {
    return of(new ProcessBuilder(List.of(command)));
  }
}
