package dev.cairn.core.content;

import dev.cairn.core.body.DigestValues;
import dev.cairn.core.body.Digests;
import dev.cairn.core.body.Slab;
import dev.cairn.model.BlobId;
import dev.cairn.model.StoredContent;
import io.smallrye.mutiny.Uni;

/**
 * A new blob that slabs flow into, written and digested side by side. Registered as pending before
 * its first byte, so that what a crash leaves of it is found.
 */
final class BlobSink {
  private final BlobId id;
  private final BlobStore store;
  private final BlobLeases leases;
  private final Digests digests;
  private boolean registered;
  private BlobStore.Writer writer;

  BlobSink(BlobId id, BlobStore store, BlobLeases leases, Digests digests) {
    this.id = id;
    this.store = store;
    this.leases = leases;
    this.digests = digests;
  }

  Uni<Void> open() {
    return leases
        .register(id)
        .invoke(() -> registered = true)
        .chain(() -> store.create(id))
        .invoke(created -> writer = created)
        .replaceWithVoid();
  }

  /** Takes a slab; completes when writing and digesting are ready for the next one. */
  Uni<Void> take(Slab slab) {
    try {
      digests.update(slab);
    } catch (RuntimeException e) {
      slab.release();
      throw e;
    }
    return writer.append(slab).chain(digests::ready);
  }

  /** Completes when the bytes are durable and digested. Both have ended when it fails, too. */
  Uni<DigestValues> finish() {
    return Uni.combine()
        .all()
        .unis(digests.finish(), writer.commit())
        .collectFailures()
        .with((values, committed) -> values);
  }

  /** The blob is good, and is about to be published. */
  StoredContent accepted(long size) {
    leases.received(id);
    return new StoredContent.Blob(id, size);
  }

  /** Removes everything. Never fails: what cannot be removed now is swept later. */
  Uni<Void> discard() {
    return digests
        .abandon()
        .chain(() -> writer == null ? Uni.createFrom().voidItem() : writer.discard())
        .chain(() -> registered ? leases.forget(id) : Uni.createFrom().voidItem())
        .onFailure()
        .recoverWithItem(failure -> leases.leaveToSweeper(id, failure));
  }
}
