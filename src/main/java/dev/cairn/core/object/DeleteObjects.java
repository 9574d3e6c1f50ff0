package dev.cairn.core.object;

import dev.cairn.core.Input;
import dev.cairn.model.ETag;
import dev.cairn.model.ObjectKey;
import java.util.List;
import java.util.Optional;

/**
 * Deletes several objects; each key has its own outcome.
 *
 * @param quiet the client wants to read of failures only; the result names every outcome anyway
 */
public record DeleteObjects(List<Entry> entries, boolean quiet)
    implements Input<DeleteObjectsResult> {
  /**
   * @param version version as the client wrote it; only {@code null}, the one of a bucket without
   *     versioning, exists
   */
  public record Entry(ObjectKey key, Optional<String> version, Optional<ETag> ifMatch) {}

  public DeleteObjects {
    entries = List.copyOf(entries);
  }
}
