package dev.cairn.boot;

import dev.cairn.core.access.AccountCatalog;
import dev.cairn.core.bucket.BucketCatalog;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** The last of the start, before a port is opened: the database gets what the settings want. */
@Singleton
final class Start {

  private static final Logger LOG = Logger.getLogger("cairn");
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Settings settings;
  private final DataFolder folder;
  private final RootCredentials root;
  private final StartTasks tasks;
  private final Upkeep upkeep;
  private final VertxTurn turn;
  private volatile boolean done;

  Start(
      Settings settings,
      DataFolder folder,
      RootCredentials root,
      AccountCatalog accounts,
      BucketCatalog buckets,
      Upkeep upkeep,
      Vertx vertx) {
    this.settings = settings;
    this.folder = folder;
    this.root = root;
    this.tasks = new StartTasks(accounts, buckets);
    this.upkeep = upkeep;
    this.turn = new VertxTurn(vertx);
  }

  void run(@Observes StartupEvent event) {
    runTasks(System.nanoTime() + LONGEST.toNanos());
    upkeep.start();
    done = true;
    announce();
  }

  /** Again, until the end, while the database is not available: a slow machine takes its time. */
  private void runTasks(long end) {
    while (true) {
      try {
        turn.await(
            () ->
                tasks.run(
                    root.key(),
                    settings.accountsFile().map(AccountsFile::read),
                    Preflight.bucketNames(settings)),
            LONGEST);
        return;
      } catch (FailureException e) {
        if (!(e.failure() instanceof Failure.Unavailable) || System.nanoTime() - end > 0) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private void announce() {
    EnvironmentNames.warnings(System.getenv()).forEach(LOG::warn);
    LOG.infof("S3 endpoint       http://localhost:%d", settings.port());
    LOG.infof(
        "health, metrics   http://localhost:%d/q/health /q/metrics", settings.managementPort());
    LOG.infof(
        "root credentials  %s",
        root.file().map(Object::toString).orElse("those given in the environment"));
    LOG.infof("data folder       %s", folder.path());
    LOG.infof(
        "database          %s",
        settings.databaseUrl().isPresent() ? "the one given" : "a private PostgreSQL");
  }

  /** Whether everything above is done. */
  boolean done() {
    return done;
  }
}
