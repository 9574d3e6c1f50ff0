package dev.cairn.boot;

import dev.cairn.core.body.DigestWorkers;
import dev.cairn.core.content.BlobStore;
import dev.cairn.core.content.ContentStore;
import dev.cairn.core.upkeep.Scrub;
import dev.cairn.core.upkeep.ScrubCatalog;
import dev.cairn.core.upkeep.UpkeepTask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The scrub, and what the metrics say of it. */
@Unremovable
final class ScrubAssembly {

  /**
   * The background work of the scrub: none when it is switched off.
   *
   * @param damaged what the last count found
   */
  record ScrubTasks(UpkeepTask scrub, UpkeepTask count, Gauge damaged) {}

  @Produces
  @Singleton
  ScrubTasks scrub(
      ScrubCatalog catalog,
      BlobStore store,
      ContentStore contents,
      DigestWorkers digesting,
      Vertx vertx,
      Settings settings,
      MeterRegistry registry) {
    long rate = settings.scrubRate().asLongValue();
    UpkeepTask scrub =
        rate == 0
            ? () -> Uni.createFrom().item(0)
            : new Scrub(
                catalog,
                store,
                contents,
                digesting,
                duration -> pause(vertx, duration),
                new Scrub.Pace(rate, settings.scrubInterval()));
    AtomicLong damaged = new AtomicLong();
    Gauge gauge =
        Gauge.builder("cairn.blobs.damaged", damaged, AtomicLong::doubleValue).register(registry);
    return new ScrubTasks(
        scrub,
        () ->
            catalog
                .report(0)
                .invoke(report -> damaged.set(report.damaged()))
                .map(report -> (int) report.damaged()),
        gauge);
  }

  /** Meters outlive the application where another one starts in the same JVM. */
  void end(@Disposes ScrubTasks tasks, MeterRegistry registry) {
    registry.remove(tasks.damaged());
  }

  private static Uni<Void> pause(Vertx vertx, Duration duration) {
    long millis = Math.max(1, duration.toMillis());
    return Uni.createFrom()
        .emitter(emitter -> vertx.setTimer(millis, timer -> emitter.complete(null)));
  }
}
