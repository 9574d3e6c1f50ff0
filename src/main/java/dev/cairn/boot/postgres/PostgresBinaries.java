package dev.cairn.boot.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs of one PostgreSQL installation: {@code initdb}, {@code pg_ctl}, {@code postgres}.
 */
public record PostgresBinaries(Path bin) {

  private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl", "postgres");
  private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

  public PostgresBinaries {
    bin = bin.toAbsolutePath().normalize();
    for (String program : PROGRAMS) {
      if (!Files.isExecutable(bin.resolve(program))) {
        throw new PostgresException(bin + " has no executable " + program);
      }
    }
  }

  /** The path of a program, for a command line. */
  String program(String name) {
    return bin.resolve(name).toString();
  }

  /** The major version, on which the format of a cluster depends. */
  int major() {
    String said = Command.of(program("postgres"), "--version").run();
    Matcher version = MAJOR.matcher(said);
    if (!version.find()) {
      throw new PostgresException("cannot tell the version of " + program("postgres"));
    }
    return Integer.parseInt(version.group(1));
  }
}
