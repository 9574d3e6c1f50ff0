package dev.cairn.model;

/** Bytes {@code first} to {@code last}, both included, of an object that has them. */
public record ByteRange(long first, long last) {
  public ByteRange {
    if (first < 0 || last < first - 1) {
      throw new IllegalArgumentException("no range: " + first + "-" + last);
    }
  }

  /** All bytes of an object of this size; of an empty one, none. */
  public static ByteRange all(long size) {
    return new ByteRange(0, size - 1);
  }

  public long length() {
    return last - first + 1;
  }
}
