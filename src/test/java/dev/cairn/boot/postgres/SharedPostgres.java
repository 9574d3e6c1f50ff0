package dev.cairn.boot.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.Driver;

/**
 * One PostgreSQL for all tests of a JVM, started at the first use and removed at its end. Tests
 * that share it keep apart by what they name, not by what they clean.
 */
public final class SharedPostgres {

  private static SharedPostgres shared;

  private final Path dataFolder;
  private final PrivatePostgres postgres;
  private final AtomicInteger made = new AtomicInteger();

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

  /** A database that nobody else uses, empty. */
  public DatabaseUrl newDatabase() {
    String name = "own_%d_%d".formatted(ProcessHandle.current().pid(), made.incrementAndGet());
    Properties login = new Properties();
    login.setProperty("user", url().user());
    login.setProperty("password", url().password());
    try (Connection connection = new Driver().connect(url().jdbc(), login);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new DatabaseUrl(
        url().host(), url().port(), url().user(), url().password(), name, Map.of());
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
