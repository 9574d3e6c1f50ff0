package dev.cairn.core.content;

import dev.cairn.core.body.Digests;
import dev.cairn.model.BlobId;
import dev.cairn.model.DigestAlgorithm;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.Executor;

/** Makes new blobs, and removes those that were not published. */
public final class BlobSinks {
  private static final System.Logger LOG = System.getLogger(BlobSinks.class.getName());

  private final BlobStore store;
  private final BlobLeases leases;
  private final BlobIds ids;
  private final Executor digesting;

  /**
   * @param digesting runs the digests: as many threads as there are processors, no event loop
   */
  public BlobSinks(BlobStore store, BlobLeases leases, BlobIds ids, Executor digesting) {
    this.store = store;
    this.leases = leases;
    this.ids = ids;
    this.digesting = digesting;
  }

  BlobSink next(Set<DigestAlgorithm> algorithms) {
    return new BlobSink(ids.next(), store, leases, new Digests(algorithms, digesting));
  }

  /** Removes a blob that was received and not published. Never fails: what stays is swept. */
  Uni<Void> discard(BlobId blob) {
    return store
        .delete(blob)
        .chain(() -> leases.forget(blob))
        .onFailure()
        .invoke(
            failure -> {
              leases.lapse(blob);
              LOG.log(System.Logger.Level.WARNING, "left to the sweeper: blob " + blob, failure);
            })
        .onFailure()
        .recoverWithNull();
  }
}
