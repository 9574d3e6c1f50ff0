package dev.cairn.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An object as the catalog knows it, without its bytes.
 *
 * @param checksums those that are known, at most one for each algorithm
 * @param parts number of parts it was assembled from; 0 when it was written as a whole
 * @param restoration of an archived object: the copy that can be read, or will be
 */
public record StoredObject(
    ObjectId id,
    ObjectKey key,
    long size,
    ETag eTag,
    Instant lastModified,
    ObjectMetadata metadata,
    List<Checksum> checksums,
    int parts,
    Optional<Restoration> restoration) {
  public StoredObject {
    checksums = List.copyOf(checksums);
    Objects.requireNonNull(restoration, "restoration");
  }

  /** One that was not restored. */
  public StoredObject(
      ObjectId id,
      ObjectKey key,
      long size,
      ETag eTag,
      Instant lastModified,
      ObjectMetadata metadata,
      List<Checksum> checksums,
      int parts) {
    this(id, key, size, eTag, lastModified, metadata, checksums, parts, Optional.empty());
  }

  public StorageClass storageClass() {
    return metadata.storageClass().orElse(StorageClass.STANDARD);
  }

  /**
   * @throws FailureException InvalidObjectState for an archived object that is not restored
   */
  public void requireReadable() {
    if (storageClass().archived() && restoration.filter(it -> !it.ongoing()).isEmpty()) {
      throw new Failure.InvalidObjectState(key, storageClass()).exception();
    }
  }
}
