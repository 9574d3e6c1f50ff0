package dev.cairn.model;

import java.nio.charset.StandardCharsets;

/**
 * The key of an object: any non-empty text without U+0000. Keys are compared as their UTF-8 bytes,
 * never normalised, and never become a path.
 */
public record ObjectKey(String value) implements Comparable<ObjectKey> {
  public ObjectKey {
    if (value.isEmpty() || value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a key");
    }
  }

  /** Length in bytes of UTF-8, the unit of every dialect's limit. */
  public int byteLength() {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Order of the UTF-8 bytes, which is the order of code points (not of Java's chars). */
  @Override
  public int compareTo(ObjectKey other) {
    return java.util.Arrays.compareUnsigned(
        value.getBytes(StandardCharsets.UTF_8), other.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return value;
  }
}
