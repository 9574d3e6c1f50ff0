package dev.cairn.dialect;

import dev.cairn.model.StorageClass;
import dev.cairn.model.StorageClass.Temperature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A dialect's words for storage classes.
 *
 * @param words by class: for each temperature that is to be shown, the first one is the nearest
 */
public record StorageClassWords(SequencedMap<StorageClass, String> words) {
  public StorageClassWords {
    words = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(words));
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
    // A dialect without a word for anything as cold shows the coldest that it has.
    for (int t = storageClass.temperature().ordinal(); t >= 0; t--) {
      Temperature temperature = Temperature.values()[t];
      Optional<String> word =
          words.entrySet().stream()
              .filter(entry -> entry.getKey().temperature() == temperature)
              .map(Map.Entry::getValue)
              .findFirst();
      if (word.isPresent()) {
        return word.get();
      }
    }
    return words.firstEntry().getValue();
  }
}
