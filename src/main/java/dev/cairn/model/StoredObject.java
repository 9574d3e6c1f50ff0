package dev.cairn.model;

import java.time.Instant;
import java.util.List;

/**
 * An object as the catalog knows it, without its bytes.
 *
 * @param checksums those that are known, at most one for each algorithm
 * @param parts number of parts it was assembled from; 0 when it was written as a whole
 */
public record StoredObject(
    ObjectId id,
    ObjectKey key,
    long size,
    ETag eTag,
    Instant lastModified,
    ObjectMetadata metadata,
    List<Checksum> checksums,
    int parts) {
  public StoredObject {
    checksums = List.copyOf(checksums);
  }
}
