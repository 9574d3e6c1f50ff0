package dev.cairn.model;

import java.util.Base64;
import java.util.Objects;

/**
 * A checksum that belongs to an object or a part, beside its ETag.
 *
 * @param parts number of parts, for {@link Type#COMPOSITE} of a finished upload; otherwise 0
 */
public record Checksum(DigestAlgorithm algorithm, Type type, byte[] value, int parts) {
  /** What the value was computed over. */
  public enum Type {
    /** The bytes of the whole object (or part). */
    FULL_OBJECT,
    /** The checksums of the parts. */
    COMPOSITE
  }

  public Checksum {
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(value, "value");
  }

  public static Checksum ofBytes(DigestAlgorithm algorithm, byte[] value) {
    return new Checksum(algorithm, Type.FULL_OBJECT, value, 0);
  }

  /** Base64, with {@code -N} for a composite of N parts. */
  public String text() {
    String base64 = Base64.getEncoder().encodeToString(value);
    return parts == 0 ? base64 : base64 + "-" + parts;
  }
}
