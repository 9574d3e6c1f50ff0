package dev.cairn.boot.postgres;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Starts a server again that has ended, as often as it takes. It looks for itself whether the
 * server runs: {@link ProcessHandle#onExit} waits for a zombie for ever, and cannot be given up.
 */
final class Supervisor implements AutoCloseable {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  private final BooleanSupplier runs;
  private final Start start;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("postgres-supervisor").factory());

  /** How the server is started; returns when it runs. */
  interface Start {
    void run() throws IOException;
  }

  private Supervisor(BooleanSupplier runs, Start start) {
    this.runs = runs;
    this.start = start;
  }

  static Supervisor of(BooleanSupplier runs, Start start) {
    Supervisor supervisor = new Supervisor(runs, start);
    supervisor.thread.execute(supervisor::watch);
    return supervisor;
  }

  private void watch() {
    Duration pause = SHORTEST_PAUSE;
    while (!closedWithin(pause)) {
      if (runs.getAsBoolean() || startedAgain()) {
        pause = SHORTEST_PAUSE;
      } else if (pause.compareTo(LONGEST_PAUSE) < 0) {
        pause = pause.multipliedBy(2);
      }
    }
  }

  private boolean closedWithin(Duration pause) {
    try {
      return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean startedAgain() {
    log("the private PostgreSQL has ended, and is started again");
    try {
      start.run();
      log("the private PostgreSQL runs again");
      return true;
    } catch (IOException | RuntimeException e) {
      // What the dead one left may hold its memory for a while, and another may have its port.
      log("the private PostgreSQL does not start yet: " + e.getMessage());
      return false;
    }
  }

  private static void log(String message) {
    // Not kept in a field: a supervisor is made before the framework has set up the log.
    System.getLogger(Supervisor.class.getName()).log(Level.WARNING, message);
  }

  /** Waits for a start that is under way; there is none after it. */
  @Override
  public void close() {
    closed.countDown();
    thread.close();
  }
}
