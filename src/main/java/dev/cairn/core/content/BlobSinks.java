package dev.cairn.core.content;

import dev.cairn.core.body.DigestWorkers;
import dev.cairn.core.body.Digests;
import dev.cairn.model.BlobId;
import dev.cairn.model.DigestAlgorithm;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes new blobs, and removes those that were not published. */
public final class BlobSinks {
  private final BlobStore store;
  private final BlobLeases leases;
  private final Supplier<UUID> ids;
  private final DigestWorkers digesting;

  /**
   * @param ids new UUIDs of version 7: blobs of one time lie together on the disk
   */
  public BlobSinks(
      BlobStore store, BlobLeases leases, Supplier<UUID> ids, DigestWorkers digesting) {
    this.store = store;
    this.leases = leases;
    this.ids = ids;
    this.digesting = digesting;
  }

  BlobSink next(Set<DigestAlgorithm> algorithms) {
    return new BlobSink(new BlobId(ids.get()), store, leases, new Digests(algorithms, digesting));
  }

  /** Removes a blob that was received and not published. Never fails: what stays is swept. */
  Uni<Void> discard(BlobId blob) {
    return store
        .delete(blob)
        .chain(() -> leases.forget(blob))
        .onFailure()
        .recoverWithItem(failure -> leases.leaveToSweeper(blob, failure));
  }
}
