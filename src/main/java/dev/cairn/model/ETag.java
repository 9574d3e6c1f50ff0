package dev.cairn.model;

import java.util.HexFormat;
import java.util.Locale;

/**
 * An entity tag without quotes, hex digits in lower case, with {@code -N} for an object of N parts.
 * Readers add their dialect's quotes and letter case.
 */
public record ETag(String value) {
  public ETag {
    value = value.toLowerCase(Locale.ROOT);
  }

  public static ETag ofMd5(byte[] md5) {
    return new ETag(HexFormat.of().formatHex(md5));
  }

  public static ETag ofParts(byte[] md5OfMd5s, int parts) {
    return new ETag(HexFormat.of().formatHex(md5OfMd5s) + "-" + parts);
  }

  /**
   * Of an object that has been appended to. The number tells clients that it is not the MD5 of the
   * bytes; where a dialect shows no number, the digest alone means the same object.
   */
  public static ETag ofAppends(byte[] digest, int appends) {
    return ofParts(digest, appends);
  }

  /** Without the number, if it has one. */
  public ETag digest() {
    int dash = value.indexOf('-');
    return dash < 0 ? this : new ETag(value.substring(0, dash));
  }

  /** What a client sent, whatever its quotes and letter case. */
  public static ETag parse(String text) {
    String trimmed = text.strip();
    if (trimmed.length() >= 2 && trimmed.startsWith("\"") && trimmed.endsWith("\"")) {
      trimmed = trimmed.substring(1, trimmed.length() - 1);
    }
    return new ETag(trimmed);
  }

  @Override
  public String toString() {
    return value;
  }
}
