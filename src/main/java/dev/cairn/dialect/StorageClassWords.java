package dev.cairn.dialect;

import dev.cairn.model.StorageClass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A dialect's words for storage classes.
 *
 * @param words by class: for each temperature that is to be shown, the first one is the nearest
 * @param unbuilt words of the vendor that cannot be written yet
 */
public record StorageClassWords(SequencedMap<StorageClass, String> words, Set<String> unbuilt) {
  public StorageClassWords {
    words = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(words));
    unbuilt = Set.copyOf(unbuilt);
  }

  /** The class that a word names. */
  public Optional<StorageClass> parse(String word) {
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().equals(word))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The word for a class or, where the dialect has none, for the nearest one that it has. */
  public String nearest(StorageClass storageClass) {
    String own = words.get(storageClass);
    if (own != null) {
      return own;
    }
    return words.entrySet().stream()
        .filter(entry -> entry.getKey().temperature() == storageClass.temperature())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> words.firstEntry().getValue());
  }
}
