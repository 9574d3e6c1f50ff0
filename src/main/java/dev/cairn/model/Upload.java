package dev.cairn.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A multipart upload in progress. What the initiator said of the object is fixed here.
 *
 * @param checksum what the object's checksum will be, where the initiator asked for one
 */
public record Upload(
    UploadId id,
    ObjectKey key,
    Instant initiatedAt,
    Account initiator,
    ObjectMetadata metadata,
    Optional<ChecksumPlan> checksum) {
  /** The algorithm of an upload's checksums, and how that of the whole comes from the parts'. */
  public record ChecksumPlan(DigestAlgorithm algorithm, Checksum.Type type) {}

  /** Who will own the object: who began the upload, where that is not the bucket's owner. */
  public Account owner(Bucket bucket) {
    return metadata.owner().isPresent() ? initiator : bucket.owner();
  }
}
