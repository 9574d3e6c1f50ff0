package dev.cairn.boot.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a server writes down which process it is; it removes the file when it ends in order. */
record PidFile(Path file) {

  static PidFile in(Path data) {
    return new PidFile(data.resolve("postmaster.pid"));
  }

  /** The process of that number, be it the server or one that has its number by now. */
  Optional<ProcessHandle> process() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(file)) {
      return lines.findFirst().flatMap(line -> ProcessHandle.of(pidIn(line))).filter(PidFile::runs);
    }
  }

  private static long pidIn(String line) {
    try {
      return Math.abs(Long.parseLong(line.strip()));
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  /** Alive, and not only waiting to be buried, which a parent may never do. */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && !isZombie(process);
  }

  private static boolean isZombie(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"))
          .contains(") Z ");
    } catch (IOException e) {
      return false; // It is gone by now, or this is a system where the first process buries them.
    }
  }

  void remove() throws IOException {
    Files.deleteIfExists(file);
  }
}
