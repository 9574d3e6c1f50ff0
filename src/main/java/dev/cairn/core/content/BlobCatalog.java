package dev.cairn.core.content;

import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The catalog's record of blobs that no object names: those being written (pending, with a lease on
 * the database's clock) and those no longer wanted (garbage). Publishing takes a blob out of the
 * first, replacing and deleting puts it into the second, each in the transaction of the change.
 */
public interface BlobCatalog {
  /** Registers a blob before its first byte is written. */
  Uni<Void> registerPending(BlobId blob, Duration lease);

  /** Prolongs, in one statement, the leases of those that are still pending; returns these. */
  Uni<Set<BlobId>> renewPending(Collection<BlobId> blobs, Duration lease);

  /** Forgets a pending blob whose bytes are removed. */
  Uni<Void> forgetPending(BlobId blob);

  /** Makes pending blobs whose lease has lapsed garbage. Returns how many. */
  Uni<Integer> sweepLapsed();

  /** Blobs that became garbage longer ago than the delay and that no reader has a lease on. */
  Uni<List<BlobId>> findGarbage(Duration delay, int limit);

  /** Forgets garbage whose bytes are removed. */
  Uni<Void> forgetGarbage(Collection<BlobId> blobs);

  /** Keeps blobs from the reaper for a response that lasts; called again to prolong. */
  Uni<Void> leaseForReading(Collection<BlobId> blobs, Duration lease);
}
