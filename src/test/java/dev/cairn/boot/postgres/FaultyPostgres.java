package dev.cairn.boot.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.postgresql.Driver;

/** A PostgreSQL of a test's own, behind a proxy, that can be killed. */
public final class FaultyPostgres implements AutoCloseable {
  private final Path dataFolder;
  private final PostgresProxy proxy;
  private final PrivatePostgres postgres;

  public FaultyPostgres() throws IOException {
    dataFolder = Files.createTempDirectory("cairn-faulty-");
    PostgresBinaries binaries = BundledPostgres.unpackedBelow(Path.of("target", "postgres"));
    postgres = PrivatePostgres.start(dataFolder, Optional.of(binaries));
    proxy = new PostgresProxy(postgres.url().port());
  }

  public PostgresProxy proxy() {
    return proxy;
  }

  public Path dataFolder() {
    return dataFolder;
  }

  /** Without the proxy. */
  public DatabaseUrl direct() {
    return postgres.url();
  }

  public DatabaseUrl proxied() {
    DatabaseUrl url = postgres.url();
    return new DatabaseUrl(
        "127.0.0.1", proxy.port(), url.user(), url.password(), url.database(), Map.of());
  }

  /** Kills every process of it, as lack of memory or power does; the proxy hides its return. */
  public void kill() throws IOException {
    String mark = Files.readAllLines(dataFolder.resolve("postgres/data/postmaster.pid")).getFirst();
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(mark.strip())).orElseThrow();
    List<ProcessHandle> all = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    proxy.refuse(true);
    all.forEach(process -> process.onExit().join());
  }

  /** Lets it be reached when it has started again, on what it had on disk. */
  public void awaitReturn() {
    Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(this::answers);
    proxy.refuse(false);
  }

  private boolean answers() throws SQLException {
    DatabaseUrl url = postgres.url();
    Properties login = new Properties();
    login.setProperty("user", url.user());
    login.setProperty("password", url.password());
    try (Connection connection = new Driver().connect(url.jdbc(), login)) {
      return connection.isValid(1);
    }
  }

  @Override
  public void close() {
    proxy.close();
    postgres.close();
    try {
      FileTree.delete(dataFolder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
