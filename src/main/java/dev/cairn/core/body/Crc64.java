package dev.cairn.core.body;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The reflected 64-bit CRCs, initial and final complement included, by tables that take sixteen
 * bytes at a time ("slicing").
 */
final class Crc64 {
  static final Crc64 NVME = new Crc64(CrcPolynomial.CRC64NVME);
  static final Crc64 ECMA = new Crc64(CrcPolynomial.CRC64ECMA);

  /** The checksum of no bytes. */
  static final long EMPTY = 0;

  private static final int SLICES = 16;

  /** Slice by slice: what a byte becomes when as many zero bytes follow it as the slice says. */
  private final long[][] tables = new long[SLICES][256];

  private Crc64(CrcPolynomial polynomial) {
    for (int value = 0; value < 256; value++) {
      long crc = value;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = polynomial.timesX(crc);
      }
      tables[0][value] = crc;
    }
    for (int slice = 1; slice < SLICES; slice++) {
      for (int value = 0; value < 256; value++) {
        long crc = tables[slice - 1][value];
        tables[slice][value] = (crc >>> 8) ^ tables[0][(int) crc & 0xff];
      }
    }
  }

  /** The checksum of the bytes so far and those from position to limit. */
  long update(long checksum, ByteBuffer bytes) {
    ByteBuffer source = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int position = source.position();
    int limit = source.limit();
    long crc = ~checksum;
    for (; limit - position >= SLICES; position += SLICES) {
      crc = sixteen(crc ^ source.getLong(position), source.getLong(position + Long.BYTES));
    }
    long[] single = tables[0];
    for (; position < limit; position++) {
      crc = (crc >>> 8) ^ single[((int) crc ^ source.get(position)) & 0xff];
    }
    bytes.position(limit);
    return ~crc;
  }

  private long sixteen(long first, long second) {
    return eight(first, 15) ^ eight(second, 7);
  }

  private long eight(long word, int slice) {
    return tables[slice][(int) word & 0xff]
        ^ tables[slice - 1][(int) (word >>> 8) & 0xff]
        ^ tables[slice - 2][(int) (word >>> 16) & 0xff]
        ^ tables[slice - 3][(int) (word >>> 24) & 0xff]
        ^ tables[slice - 4][(int) (word >>> 32) & 0xff]
        ^ tables[slice - 5][(int) (word >>> 40) & 0xff]
        ^ tables[slice - 6][(int) (word >>> 48) & 0xff]
        ^ tables[slice - 7][(int) (word >>> 56)];
  }
}
