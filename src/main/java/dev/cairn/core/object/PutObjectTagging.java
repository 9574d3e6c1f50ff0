package dev.cairn.core.object;

import dev.cairn.core.Input;
import dev.cairn.model.ObjectKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Replaces the tags of an object; by none, it deletes them. */
public record PutObjectTagging(ObjectKey key, SequencedMap<String, String> tags)
    implements Input<Void> {
  public PutObjectTagging {
    tags = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tags));
  }
}
