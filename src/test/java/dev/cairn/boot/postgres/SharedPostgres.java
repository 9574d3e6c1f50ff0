package dev.cairn.boot.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One PostgreSQL for all tests of a JVM, started at the first use and removed at its end. Tests
 * that share it keep apart by what they name, not by what they clean.
 */
public final class SharedPostgres {

  private static SharedPostgres shared;

  private final Path dataFolder;
  private final PrivatePostgres postgres;

  private SharedPostgres() throws IOException {
    dataFolder = Files.createTempDirectory("cairn-test-");
    PostgresBinaries binaries = BundledPostgres.unpackedBelow(Path.of("target", "postgres"));
    postgres = PrivatePostgres.start(dataFolder, Optional.of(binaries));
    Runtime.getRuntime().addShutdownHook(new Thread(this::remove, "shared-postgres-end"));
  }

  public static synchronized SharedPostgres get() {
    try {
      if (shared == null) {
        shared = new SharedPostgres();
      }
      return shared;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public DatabaseUrl url() {
    return postgres.url();
  }

  /** The data folder, of which the database is a part. */
  public Path dataFolder() {
    return dataFolder;
  }

  private void remove() {
    try {
      postgres.close();
      FileTree.delete(dataFolder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
