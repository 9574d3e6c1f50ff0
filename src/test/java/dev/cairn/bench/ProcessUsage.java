package dev.cairn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a process has used, as {@code /proc} tells it. */
record ProcessUsage(long pid) {
  // Clock ticks a second; the same on every Linux that runs a JVM.
  private static final double TICKS = 100;

  /** CPU seconds of the process, and of its children that have ended. */
  double cpuSeconds() throws IOException {
    String stat = Files.readString(proc("stat"));
    // The name, in parentheses, may contain anything.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum() / TICKS;
  }

  /** CPU seconds of the process and all that descend from it. */
  double treeCpuSeconds() throws IOException {
    double sum = cpuSeconds();
    for (ProcessHandle child : ProcessHandle.of(pid).orElseThrow().descendants().toList()) {
      try {
        sum += new ProcessUsage(child.pid()).cpuSeconds();
      } catch (IOException e) {
        // It has just ended; its parent accounts for it.
        continue;
      }
    }
    return sum;
  }

  /** Forgets the highest memory so far. */
  void resetPeak() throws IOException {
    Files.writeString(proc("clear_refs"), "5");
  }

  /** The highest resident memory since then, in MiB. */
  long peakMebibytes() throws IOException {
    try (var lines = Files.lines(proc("status"))) {
      String line = lines.filter(l -> l.startsWith("VmHWM:")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D+", "")) >> 10;
    }
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(pid), file);
  }
}
