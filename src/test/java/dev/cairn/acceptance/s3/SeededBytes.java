package dev.cairn.acceptance.s3;

import java.io.InputStream;

/** Bytes that look random and are the same for the same seed, from any offset on, without end. */
final class SeededBytes extends InputStream {
  private final long seed;
  private long position;
  private final long end;

  SeededBytes(long seed, long offset, long length) {
    this.seed = seed;
    this.position = offset;
    this.end = offset + length;
  }

  @Override
  public int read() {
    return position == end ? -1 : byteAt(position++) & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (position == end) {
      return length == 0 ? 0 : -1;
    }
    int count = (int) Math.min(length, end - position);
    long word = wordAt(position >>> 3);
    for (int i = 0; i < count; i++, position++) {
      if ((position & 7) == 0) {
        word = wordAt(position >>> 3);
      }
      buffer[offset + i] = (byte) (word >>> ((position & 7) << 3));
    }
    return count;
  }

  private byte byteAt(long at) {
    return (byte) (wordAt(at >>> 3) >>> ((at & 7) << 3));
  }

  // SplitMix64: each word follows from its index alone.
  private long wordAt(long index) {
    long z = seed + index * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
