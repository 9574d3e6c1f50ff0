package dev.cairn.model;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Identity of a multipart upload, on the wire 32 upper-case hex digits: safe in every dialect. */
public record UploadId(UUID value) {
  public UploadId {
    Objects.requireNonNull(value, "value");
  }

  /** The id that a client sent, or empty when no upload can have it. */
  public static Optional<UploadId> parse(String text) {
    if (text.length() != 32) {
      return Optional.empty();
    }
    for (int i = 0; i < 32; i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'F')) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new UploadId(
            new UUID(
                HexFormat.fromHexDigitsToLong(text, 0, 16),
                HexFormat.fromHexDigitsToLong(text, 16, 32))));
  }

  @Override
  public String toString() {
    return value.toString().replace("-", "").toUpperCase(Locale.ROOT);
  }
}
