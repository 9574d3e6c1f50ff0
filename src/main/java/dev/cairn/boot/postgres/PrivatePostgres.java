package dev.cairn.boot.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A running PostgreSQL that belongs to this process. Everything of it lies in {@code postgres}
 * below the data folder; it listens on the loopback address only, on a port that was free, in a
 * session of its own, so that Ctrl-C reaches Cairn alone, which then stops it in order. When its
 * server dies before that, it is started again.
 */
public final class PrivatePostgres implements AutoCloseable {

  private static final int ATTEMPTS = 3;
  private static final int SECONDS_TO_START = 120;
  private static final int SECONDS_TO_STOP = 60;
  private static final long LOG_KEPT = 16L << 20;

  private final Cluster cluster;
  private final PostgresBinaries binaries;
  private final ServerUser server;
  private final FolderLock lock;
  private final PidFile pidFile;
  private DatabaseUrl url;
  private Optional<ProcessHandle> process = Optional.empty();
  private Supervisor supervisor;
  private boolean closed;

  private PrivatePostgres(
      Cluster cluster, PostgresBinaries binaries, ServerUser server, FolderLock lock) {
    this.cluster = cluster;
    this.binaries = binaries;
    this.server = server;
    this.lock = lock;
    this.pidFile = PidFile.in(cluster.data());
  }

  /** Starts the bundled PostgreSQL below the data folder, making what is not there yet. */
  public static PrivatePostgres start(Path dataFolder) {
    return start(dataFolder, Optional.empty());
  }

  /**
   * Starts a PostgreSQL below the data folder, making what is not there yet.
   *
   * @param binaries where its programs are; empty for the bundled ones
   */
  public static PrivatePostgres start(Path dataFolder, Optional<PostgresBinaries> binaries) {
    return start(dataFolder, binaries, ServerUser.choose());
  }

  static PrivatePostgres start(
      Path dataFolder, Optional<PostgresBinaries> binaries, ServerUser server) {
    Path home = dataFolder.toAbsolutePath().normalize().resolve("postgres");
    try {
      FileTree.makeFolder(home);
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
      FolderLock lock = FolderLock.take(home);
      try {
        removeHalfUnpacked(home);
        PostgresBinaries programs = binaries.orElseGet(() -> BundledPostgres.unpackedBelow(home));
        Cluster cluster = new Cluster(home, programs, server);
        PrivatePostgres postgres = new PrivatePostgres(cluster, programs, server, lock);
        postgres.start();
        return postgres;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new PostgresException("cannot prepare " + home + ": " + reason(e), e);
    }
  }

  private static void removeHalfUnpacked(Path home) throws IOException {
    try (var rubbish = Files.newDirectoryStream(home, "unpacking-*")) {
      for (Path folder : rubbish) {
        FileTree.delete(folder);
      }
    }
  }

  private void start() throws IOException {
    cluster.prepare();
    for (int attempt = 1; url == null; attempt++) {
      // Whoever takes the port between here and the server's start makes another attempt due.
      int port = freePort();
      try {
        start(port);
        url =
            new DatabaseUrl(
                "127.0.0.1", port, Cluster.USER, cluster.password(), Cluster.DATABASE, Map.of());
      } catch (PostgresException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
    // Its users know the port: it is the same for as long as this process runs.
    supervisor = Supervisor.of(this::runs, () -> start(url.port()));
  }

  private void start(int port) throws IOException {
    takeOverOrphan();
    shortenLog();
    cluster.configure(port);
    try {
      control("start", "-t", Integer.toString(SECONDS_TO_START), "-l", cluster.log().toString());
    } catch (PostgresException e) {
      throw new PostgresException(
          "PostgreSQL does not start: " + lastLogLine() + " (see " + cluster.log() + ")", e);
    }
    process = pidFile.process();
  }

  private boolean runs() {
    return process.filter(PidFile::runs).isPresent();
  }

  /** A server that outlived its Cairn is stopped; the mark of one that is gone is removed. */
  private void takeOverOrphan() throws IOException {
    Optional<ProcessHandle.Info> marked = pidFile.process().map(ProcessHandle::info);
    String program = marked.flatMap(ProcessHandle.Info::command).orElse("");
    if (marked.isEmpty() || (!program.isEmpty() && !program.endsWith("/postgres"))) {
      // The number may have gone to another program, as it does when a container starts anew.
      pidFile.remove();
    } else if (marked.get().commandLine().orElse("").contains(cluster.data().toString())) {
      stop();
    }
  }

  private void shortenLog() throws IOException {
    Path log = cluster.log();
    if (Files.exists(log) && Files.size(log) > LOG_KEPT) {
      Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String lastLogLine() throws IOException {
    if (!Files.exists(cluster.log())) {
      return "it wrote no log";
    }
    List<String> lines = Files.readAllLines(cluster.log());
    return lines.reversed().stream()
        .filter(line -> line.contains("FATAL") || line.contains("could not"))
        .findFirst()
        .orElseGet(() -> lines.isEmpty() ? "it wrote no log" : lines.getLast());
  }

  private void control(String action, String... arguments) {
    List<String> before = new ArrayList<>(server.before());
    before.addAll(
        List.of(binaries.program("pg_ctl"), action, "-w", "-s", "-D", cluster.data().toString()));
    Command.of(before, arguments).run();
  }

  private void stop() throws IOException {
    Optional<ProcessHandle> marked = pidFile.process();
    String seconds = Integer.toString(SECONDS_TO_STOP);
    try {
      control("stop", "-m", "fast", "-t", seconds);
    } catch (PostgresException e) {
      // Recovery at the next start makes good what this leaves undone.
      control("stop", "-m", "immediate", "-t", seconds);
    }
    // It takes its mark away a moment before it ends.
    for (int i = 0; i < 500 && marked.filter(PidFile::runs).isPresent(); i++) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  /** How to reach it. */
  public DatabaseUrl url() {
    return url;
  }

  /** Stops the server, in order: connections end, everything is on disk. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    supervisor.close();
    try (lock) {
      if (runs()) {
        stop();
      } else {
        takeOverOrphan(); // which a start that took too long may have left
      }
    } catch (IOException e) {
      throw new PostgresException("cannot end it: " + reason(e), e);
    }
  }
}
