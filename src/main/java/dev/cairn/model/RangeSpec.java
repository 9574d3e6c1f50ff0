package dev.cairn.model;

import java.util.Optional;

/** A range as it was asked for, before the object's size is known. */
public sealed interface RangeSpec {
  /** The bytes meant of an object of this size, or empty when it has none of them. */
  Optional<ByteRange> resolve(long size);

  /** Whether an object of this size has all of the range. */
  boolean liesWithin(long size);

  /** {@code bytes=first-last}; a {@code last} beyond the end means the end. */
  record FirstLast(long first, long last) implements RangeSpec {
    @Override
    public Optional<ByteRange> resolve(long size) {
      return first >= size
          ? Optional.empty()
          : Optional.of(new ByteRange(first, Math.min(last, size - 1)));
    }

    @Override
    public boolean liesWithin(long size) {
      return last < size;
    }

    @Override
    public String toString() {
      return "bytes=" + first + "-" + last;
    }
  }

  /** {@code bytes=first-}. */
  record From(long first) implements RangeSpec {
    @Override
    public Optional<ByteRange> resolve(long size) {
      return first >= size ? Optional.empty() : Optional.of(new ByteRange(first, size - 1));
    }

    @Override
    public boolean liesWithin(long size) {
      return first < size;
    }

    @Override
    public String toString() {
      return "bytes=" + first + "-";
    }
  }

  /** {@code bytes=-length}: the last {@code length} bytes. */
  record Suffix(long length) implements RangeSpec {
    @Override
    public Optional<ByteRange> resolve(long size) {
      return length == 0 || size == 0
          ? Optional.empty()
          : Optional.of(new ByteRange(Math.max(0, size - length), size - 1));
    }

    @Override
    public boolean liesWithin(long size) {
      return length > 0 && length <= size;
    }

    @Override
    public String toString() {
      return "bytes=-" + length;
    }
  }
}
