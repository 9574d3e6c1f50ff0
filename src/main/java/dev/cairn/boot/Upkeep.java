package dev.cairn.boot;

import dev.cairn.boot.ScrubAssembly.ScrubTasks;
import dev.cairn.core.access.SessionCatalog;
import dev.cairn.core.content.BlobCatalog;
import dev.cairn.core.content.BlobLeases;
import dev.cairn.core.content.BlobStore;
import dev.cairn.core.content.ReadLeases;
import dev.cairn.core.multipart.UploadCatalog;
import dev.cairn.core.upkeep.ExpiredSessions;
import dev.cairn.core.upkeep.FinishedUploads;
import dev.cairn.core.upkeep.OneAtATime;
import dev.cairn.core.upkeep.Reaper;
import dev.cairn.core.upkeep.Sweeper;
import dev.cairn.core.upkeep.UpkeepTask;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Runs the background work again and again, each task with a beginning of its own by chance. */
@Singleton
final class Upkeep {

  private static final Logger LOG = Logger.getLogger(Upkeep.class);
  private static final Duration AT_MOST = Duration.ofMinutes(1);

  /** How soon a pass of the scrub that is due begins. */
  private static final Duration SCRUB_ROUND = Duration.ofSeconds(10);

  /** How long the holder of a session that has ended is told so. */
  private static final Duration SESSIONS_REMEMBERED = Duration.ofDays(1);

  /** Work to be done this often. */
  private record Round(String name, Duration interval, UpkeepTask task) {}

  private final Vertx vertx;
  private final VertxTurn turn;
  private final List<Round> rounds;
  private final List<Long> timers = new ArrayList<>();
  private final AtomicBoolean stopped = new AtomicBoolean();

  Upkeep(
      Vertx vertx,
      BlobLeases writing,
      ReadLeases reading,
      BlobCatalog blobs,
      BlobStore store,
      UploadCatalog uploads,
      SessionCatalog sessions,
      ScrubTasks scrub,
      InstantSource clock,
      Settings settings) {
    this.vertx = vertx;
    this.turn = new VertxTurn(vertx);
    this.rounds =
        List.of(
            round("renew write leases", settings.writeLease().dividedBy(3), writing::renew),
            round("renew read leases", reading.interval(), reading::renew),
            round("sweep", settings.writeLease().dividedBy(2), new Sweeper(blobs)),
            round(
                "reap",
                atMost(settings.garbageDelay().dividedBy(2)),
                new Reaper(blobs, store, settings.garbageDelay())),
            round(
                "forget finished uploads",
                atMost(settings.uploadsRemembered().dividedBy(2)),
                new FinishedUploads(uploads, settings.uploadsRemembered())),
            round("scrub", scrubRound(settings), scrub.scrub()),
            round("count damaged blobs", atMost(settings.scrubInterval()), scrub.count()),
            round(
                "forget sessions",
                AT_MOST,
                new ExpiredSessions(sessions, SESSIONS_REMEMBERED, clock)));
  }

  private static Round round(String name, Duration interval, UpkeepTask task) {
    return new Round(name, interval, new OneAtATime(task));
  }

  private static Duration scrubRound(Settings settings) {
    Duration interval = settings.scrubInterval();
    return interval.compareTo(SCRUB_ROUND) < 0 ? interval : SCRUB_ROUND;
  }

  private static Duration atMost(Duration interval) {
    return interval.compareTo(AT_MOST) < 0 ? interval : AT_MOST;
  }

  /** From now on, until the service stops. */
  void start() {
    for (Round round : rounds) {
      long millis = Math.max(1, round.interval().toMillis());
      long first = 1 + ThreadLocalRandom.current().nextLong(millis);
      timers.add(vertx.setPeriodic(first, millis, ignored -> run(round)));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.set(true);
    timers.forEach(vertx::cancelTimer);
  }

  private void run(Round round) {
    if (stopped.get()) {
      return;
    }
    turn.run(round.task()::run)
        .subscribe()
        .with(
            count -> LOG.debugf("%s: %d", round.name(), count),
            failure -> {
              if (!stopped.get()) {
                LOG.warnf("%s failed, and is tried again: %s", round.name(), failure);
              }
            });
  }
}
