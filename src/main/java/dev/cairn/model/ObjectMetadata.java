package dev.cairn.model;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What a writer says about an object besides its bytes.
 *
 * @param user user metadata, names in lower case without any dialect's prefix
 * @param storageClass the class that the writer named; empty: the bucket's default
 */
public record ObjectMetadata(
    ContentHeaders headers,
    SequencedMap<String, String> user,
    Optional<StorageClass> storageClass) {
  public static final ObjectMetadata NONE =
      new ObjectMetadata(ContentHeaders.NONE, new TreeMap<>(), Optional.empty());

  public ObjectMetadata {
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(storageClass, "storageClass");
    user = java.util.Collections.unmodifiableSequencedMap(new TreeMap<>(user));
  }

  public static ObjectMetadata of(
      ContentHeaders headers, Map<String, String> user, Optional<StorageClass> storageClass) {
    return new ObjectMetadata(headers, new TreeMap<>(user), storageClass);
  }
}
