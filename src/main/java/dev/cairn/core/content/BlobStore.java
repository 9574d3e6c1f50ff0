package dev.cairn.core.content;

import dev.cairn.core.body.Content.Region;
import dev.cairn.core.body.Slab;
import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;

/** Bytes by id. A blob is written once, from its begin to its end, and never changed. */
public interface BlobStore {
  /** Begins a blob. */
  Uni<Writer> create(BlobId id);

  /** Writes one blob. Calls are one at a time. */
  interface Writer {
    /**
     * Appends a slab and releases it when its bytes are on their way to the disk, whether that
     * succeeds or not. Completes when the next slab may come: that is the back-pressure.
     *
     * <p>Fails with {@link dev.cairn.model.Failure.NoSpace} on a full disk.
     */
    Uni<Void> append(Slab slab);

    /** Completes when the file and the directory that names it are on stable storage. */
    Uni<Void> commit();

    /** Removes what was written; also after a failure, and after the commit. */
    Uni<Void> discard();
  }

  /** Some bytes of a blob, to be sent or read later; does no I/O. */
  Region region(BlobId id, long offset, long length);

  /**
   * Reads bytes of a blob into a slab, off the event loop. Fails when the blob has fewer.
   *
   * @param length at most the slab's room
   */
  Uni<Void> read(BlobId id, long offset, int length, FillableSlab into);

  /** How many bytes there are of a blob; empty when there is none. */
  Uni<OptionalLong> size(BlobId id);

  /**
   * Removes a blob; one that is not there is removed already. Completes when the removal is on
   * stable storage.
   */
  Uni<Void> delete(BlobId id);
}
