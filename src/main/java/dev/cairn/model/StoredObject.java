package dev.cairn.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An object as the catalog knows it, without its bytes.
 *
 * @param checksums those that are known, at most one for each algorithm
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
    ObjectKind kind,
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

  /**
   * One that was written as a whole or assembled.
   *
   * @param parts number of parts it was assembled from; 0 when it was written as a whole
   */
  public StoredObject(
      ObjectId id,
      ObjectKey key,
      long size,
      ETag eTag,
      Instant lastModified,
      ObjectMetadata metadata,
      List<Checksum> checksums,
      int parts,
      Optional<Restoration> restoration) {
    this(
        id,
        key,
        size,
        eTag,
        lastModified,
        metadata,
        checksums,
        ObjectKind.ofParts(parts),
        restoration);
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
      ObjectKind kind) {
    this(id, key, size, eTag, lastModified, metadata, checksums, kind, Optional.empty());
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

  /** Number of parts it was assembled from; 0 when readers know no parts of it. */
  public int parts() {
    return kind instanceof ObjectKind.Multipart(int parts) ? parts : 0;
  }

  /** Whether a reader that names this tag means the object as it is. */
  public boolean hasETag(ETag named) {
    return eTag.equals(named)
        || (kind instanceof ObjectKind.Appendable && eTag.digest().equals(named));
  }

  /** What is read through a link: the bytes of the target, everything else the link's own. */
  public StoredObject showing(StoredObject target) {
    Instant later = lastModified.isAfter(target.lastModified) ? lastModified : target.lastModified;
    return new StoredObject(
        id, key, target.size, target.eTag, later, metadata, target.checksums, kind, restoration);
  }
}
