package dev.cairn.core.object;

import dev.cairn.core.body.Content;
import dev.cairn.model.ByteRange;
import dev.cairn.model.StoredObject;
import java.util.Optional;

/**
 * @param partial the range or part that was asked for, which may have no bytes (an empty part);
 *     empty for the whole object
 * @param content the bytes, to be closed; {@link Content#EMPTY} when they were not asked for
 */
public record GetObjectResult(StoredObject object, Optional<ByteRange> partial, Content content) {
  /** Number of bytes that the answer is about, sent or not. */
  public long length() {
    return partial.map(ByteRange::length).orElse(object.size());
  }
}
