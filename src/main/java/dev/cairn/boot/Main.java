package dev.cairn.boot;

import dev.cairn.boot.postgres.PostgresException;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Starts the service: checks what can be checked, starts the database, then the framework; stops
 * them the other way round, whatever ends the run.
 */
@QuarkusMain
public final class Main {

  /** What the stop may take beside the requests that are under way. */
  private static final Duration STOPPING = Duration.ofMinutes(2);

  private final CountDownLatch stopped = new CountDownLatch(1);

  /** A signal came: what fails from now on fails because of it. */
  private volatile boolean stopping;

  private volatile Duration longestStop = STOPPING;

  Main() {}

  public static void main(String... args) {
    int status = new Main().run(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  private int run(String... args) {
    // On a signal the JVM runs its hooks at once and ends after them: this one makes it wait for
    // the database, which must outlive the framework, which stops in a hook of its own.
    Runtime.getRuntime().addShutdownHook(new Thread(this::awaitStop, "cairn-stop"));
    try {
      Settings settings = SettingsReader.read();
      longestStop = STOPPING.plus(settings.drainTimeout());
      Preflight.check(settings);
      try (Database database = Database.open(settings)) {
        database.announce();
        return serve(args);
      }
    } catch (StartException | PostgresException e) {
      return stopping ? 1 : failed(e);
    } finally {
      stopped.countDown();
    }
  }

  /** Runs the framework to its end; it must not end the process, there is more to stop. */
  private int serve(String... args) {
    AtomicInteger status = new AtomicInteger();
    Quarkus.run(
        null,
        (code, failure) -> {
          status.set(code);
          if (!stopping) {
            tell(failure);
          }
        },
        args);
    return status.get();
  }

  /** One line for what the operator can change, the whole story for what is a fault of ours. */
  private static void tell(Throwable failure) {
    Optional<StartException> reason = reasonOf(failure);
    if (reason.isPresent()) {
      failed(reason.get());
    } else if (failure != null && InitialConfigurator.DELAYED_HANDLER.isActivated()) {
      Logger.getLogger(Main.class).error("the service does not start", failure);
    } else if (failure != null) {
      failure.printStackTrace();
    }
  }

  private static Optional<StartException> reasonOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartException reason) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("SystemOut") // Nothing has set up a log yet.
  private static int failed(RuntimeException reason) {
    System.err.println("cairn: " + reason.getMessage());
    return 1;
  }

  private void awaitStop() {
    stopping = true;
    try {
      if (!stopped.await(longestStop.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println("cairn: gave up waiting for the end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
