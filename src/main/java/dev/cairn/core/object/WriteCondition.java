package dev.cairn.core.object;

import dev.cairn.model.ETag;
import java.util.List;

/** What must be true of a key at the moment of publishing; the database decides. */
public sealed interface WriteCondition {
  WriteCondition NONE = new Always();

  record Always() implements WriteCondition {}

  /** No object has the key: {@code If-None-Match: *}. */
  record IfAbsent() implements WriteCondition {}

  /** The key's object has one of these ETags; an empty list means any object: {@code If-Match}. */
  record IfMatch(List<ETag> eTags) implements WriteCondition {
    public IfMatch {
      eTags = List.copyOf(eTags);
    }
  }
}
