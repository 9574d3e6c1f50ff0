package dev.cairn.core.body;

import dev.cairn.model.DigestAlgorithm;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Digests that were computed over the same bytes. */
public record DigestValues(Map<DigestAlgorithm, byte[]> values) {
  public DigestValues {
    values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
  }

  public Optional<byte[]> find(DigestAlgorithm algorithm) {
    return Optional.ofNullable(values.get(algorithm));
  }

  /** A digest that was asked for before the bytes were read; anything else is a bug. */
  public byte[] get(DigestAlgorithm algorithm) {
    byte[] value = values.get(algorithm);
    if (value == null) {
      throw new IllegalStateException(algorithm + " was not computed");
    }
    return value;
  }
}
