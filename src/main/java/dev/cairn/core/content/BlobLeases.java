package dev.cairn.core.content;

import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The blobs that this process has in flight. Their leases are renewed until the blob is published,
 * removed, or was received so long ago that whoever wanted to publish it must be gone; then it
 * lapses, and is swept like what a crash leaves behind.
 */
public final class BlobLeases {
  private static final System.Logger LOG = System.getLogger(BlobLeases.class.getName());

  /** Leases that a received blob lives on for: time to publish it. */
  private static final int LEASES_TO_PUBLISH = 5;

  private static final long STILL_RECEIVING = Long.MAX_VALUE;

  private final BlobCatalog catalog;
  private final Duration lease;
  private final LongSupplier nanoTime;

  /** When each blob in flight was received, on the clock of {@link #nanoTime}. */
  private final Map<BlobId, Long> received = new ConcurrentHashMap<>();

  public BlobLeases(BlobCatalog catalog, Duration lease) {
    this(catalog, lease, System::nanoTime);
  }

  BlobLeases(BlobCatalog catalog, Duration lease, LongSupplier nanoTime) {
    this.catalog = catalog;
    this.lease = lease;
    this.nanoTime = nanoTime;
  }

  /** Records a blob before its first byte is written. */
  Uni<Void> register(BlobId blob) {
    return catalog.registerPending(blob, lease).invoke(() -> received.put(blob, STILL_RECEIVING));
  }

  /** The blob's bytes are durable: it is to be published soon. */
  void received(BlobId blob) {
    received.computeIfPresent(blob, (id, since) -> nanoTime.getAsLong());
  }

  /** The blob's bytes are removed. */
  Uni<Void> forget(BlobId blob) {
    received.remove(blob);
    return catalog.forgetPending(blob);
  }

  /** The blob could not be removed: its lease is not renewed any more. */
  Void leaveToSweeper(BlobId blob, Throwable failure) {
    LOG.log(System.Logger.Level.WARNING, "left to the sweeper: blob " + blob, failure);
    received.remove(blob);
    return null;
  }

  /** Renews all leases, in one statement. Returns how many. */
  public Uni<Integer> renew() {
    return Uni.createFrom()
        .deferred(
            () -> {
              received.values().removeIf(this::isOverdue);
              Set<BlobId> inFlight = Set.copyOf(received.keySet());
              if (inFlight.isEmpty()) {
                return Uni.createFrom().item(0);
              }
              return catalog
                  .renewPending(inFlight, lease)
                  .map(stillPending -> keepOnly(stillPending, inFlight));
            });
  }

  private boolean isOverdue(long since) {
    return since != STILL_RECEIVING
        && nanoTime.getAsLong() - since > lease.multipliedBy(LEASES_TO_PUBLISH).toNanos();
  }

  /** What is not pending any more is published. */
  private int keepOnly(Set<BlobId> stillPending, Set<BlobId> asked) {
    for (BlobId blob : asked) {
      if (!stillPending.contains(blob)) {
        received.remove(blob);
      }
    }
    return stillPending.size();
  }

  /** Blobs whose lease would be renewed. */
  int inFlight() {
    return received.size();
  }
}
