package dev.cairn.core.upkeep;

import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the scrub has to check, how far it is, and what it found. Of all processes one at a time has
 * the lease to check; who comes after it goes on where it was.
 */
public interface ScrubCatalog {
  /**
   * A blob that an object or a part names.
   *
   * @param md5 of its bytes; empty where only its size is known
   */
  record Entry(BlobId blob, long size, Optional<byte[]> md5) {}

  /** What can be wrong with a blob. */
  enum Damage {
    /** There is no file. */
    MISSING,
    /** The file is shorter or longer. */
    LENGTH,
    /** The bytes are others. */
    DIGEST,
    /** The disk does not give the bytes. */
    UNREADABLE
  }

  /** A blob that is not as it was written, and an object, or an upload in progress, that has it. */
  record Finding(BlobId blob, Damage damage, Instant foundAt, String bucket, String key) {}

  /**
   * How the scrub stands.
   *
   * @param passes complete ones
   * @param lastEnded when the last one was complete
   * @param damaged how many blobs, whether or not they are among the findings
   */
  record Report(long passes, Optional<Instant> lastEnded, long damaged, List<Finding> findings) {}

  /**
   * Takes or keeps the lease and returns the next blobs. None: another process has the lease, or
   * the next pass is not due, or this one has just ended.
   *
   * @param interval from the begin of a pass to that of the next
   */
  Uni<List<Entry>> next(int limit, Duration lease, Duration interval);

  /**
   * Notes what came of a blob, and goes on behind it. One that nothing names any more is not noted.
   * Fails when the lease was lost.
   */
  Uni<Void> checked(BlobId blob, Optional<Damage> damage, Duration lease);

  /** How it stands, with the first findings. */
  Uni<Report> report(int limit);
}
