package dev.cairn.boot.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL of a test's own, behind a proxy, that can be killed and started again. */
public final class FaultyPostgres implements AutoCloseable {
  private final Path dataFolder;
  private final PostgresBinaries binaries;
  private final PostgresProxy proxy;
  private PrivatePostgres postgres;

  public FaultyPostgres() throws IOException {
    dataFolder = Files.createTempDirectory("cairn-faulty-");
    binaries = BundledPostgres.unpackedBelow(Path.of("target", "postgres"));
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

  /** Kills every process of it, as lack of memory or power does. */
  public void kill() throws IOException {
    String mark = Files.readAllLines(dataFolder.resolve("postgres/data/postmaster.pid")).getFirst();
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(mark.strip())).orElseThrow();
    List<ProcessHandle> all = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** Starts it again after it was killed, on what it had on disk. */
  public void startAgain() {
    forget();
    postgres = PrivatePostgres.start(dataFolder, Optional.of(binaries));
    proxy.target(postgres.url().port());
  }

  private void forget() {
    try {
      postgres.close();
    } catch (PostgresException e) {
      // There is nothing to stop any more.
    }
  }

  @Override
  public void close() {
    proxy.close();
    forget();
    try {
      FileTree.delete(dataFolder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
