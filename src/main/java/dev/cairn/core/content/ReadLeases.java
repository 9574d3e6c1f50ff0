package dev.cairn.core.content;

import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The blobs that this process is reading. Most reads end long before the reaper would come, and
 * cost nothing here; what stays open is leased, before the garbage delay has passed, again and
 * again.
 */
public final class ReadLeases {
  private record Reading(Set<BlobId> blobs, long since) {}

  private final BlobCatalog catalog;
  private final Duration garbageDelay;
  private final LongSupplier nanoTime;
  private final Map<Long, Reading> open = new ConcurrentHashMap<>();
  private final AtomicLong tickets = new AtomicLong();

  public ReadLeases(BlobCatalog catalog, Duration garbageDelay) {
    this(catalog, garbageDelay, System::nanoTime);
  }

  ReadLeases(BlobCatalog catalog, Duration garbageDelay, LongSupplier nanoTime) {
    this.catalog = catalog;
    this.garbageDelay = garbageDelay;
    this.nanoTime = nanoTime;
  }

  /** Notes that blobs are being read; what it returns, run once or often, notes the end. */
  Runnable begin(Set<BlobId> blobs) {
    if (blobs.isEmpty()) {
      return () -> {};
    }
    long ticket = tickets.incrementAndGet();
    open.put(ticket, new Reading(blobs, nanoTime.getAsLong()));
    return () -> open.remove(ticket);
  }

  /** How often {@link #renew()} is to run, so that no blob is reaped that is read. */
  public Duration interval() {
    return garbageDelay.dividedBy(4);
  }

  /**
   * Leases, in one statement, the blobs of every read that would last beyond half the garbage delay
   * before the next run. Returns how many.
   */
  public Uni<Integer> renew() {
    return Uni.createFrom()
        .deferred(
            () -> {
              Set<BlobId> lasting = lasting();
              return lasting.isEmpty()
                  ? Uni.createFrom().item(0)
                  : catalog.leaseForReading(lasting, garbageDelay).replaceWith(lasting.size());
            });
  }

  private Set<BlobId> lasting() {
    long now = nanoTime.getAsLong();
    long young = garbageDelay.dividedBy(4).toNanos();
    Set<BlobId> lasting = new HashSet<>();
    for (Reading reading : open.values()) {
      if (now - reading.since() > young) {
        lasting.addAll(reading.blobs());
      }
    }
    return lasting;
  }

  /** Reads that have begun and not ended. */
  int reading() {
    return open.size();
  }
}
