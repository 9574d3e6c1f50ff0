package dev.cairn.core.body;

import dev.cairn.model.DigestAlgorithm;

/** Computes the checksum of a whole from those of its parts, without the bytes. */
public final class CrcCombiner {
  private CrcCombiner() {}

  /**
   * The checksum of two texts one after the other.
   *
   * @param algorithm one that is {@link DigestAlgorithm#combinable()}
   * @param left checksum of the first text
   * @param right checksum of the second
   * @param rightLength number of bytes of the second
   */
  public static byte[] combine(
      DigestAlgorithm algorithm, byte[] left, byte[] right, long rightLength) {
    CrcPolynomial polynomial = polynomial(algorithm);
    requireWidth(polynomial, left);
    requireWidth(polynomial, right);
    if (rightLength < 0) {
      throw new IllegalArgumentException("negative length");
    }
    // The complements before and after cancel each other out, as in zlib's crc32_combine.
    long combined = polynomial.shift(toLong(left), rightLength) ^ toLong(right);
    return toBytes(combined, polynomial.bytes());
  }

  private static CrcPolynomial polynomial(DigestAlgorithm algorithm) {
    return switch (algorithm) {
      case CRC32 -> CrcPolynomial.CRC32;
      case CRC32C -> CrcPolynomial.CRC32C;
      case CRC64NVME -> CrcPolynomial.CRC64NVME;
      case CRC64ECMA -> CrcPolynomial.CRC64ECMA;
      case MD5, SHA1, SHA256 ->
          throw new IllegalArgumentException(algorithm + " cannot be combined");
    };
  }

  private static void requireWidth(CrcPolynomial polynomial, byte[] checksum) {
    if (checksum.length != polynomial.bytes()) {
      throw new IllegalArgumentException("a checksum of " + checksum.length + " bytes");
    }
  }

  private static long toLong(byte[] bigEndian) {
    long value = 0;
    for (byte b : bigEndian) {
      value = (value << Byte.SIZE) | (b & 0xff);
    }
    return value;
  }

  private static byte[] toBytes(long value, int size) {
    byte[] bigEndian = new byte[size];
    for (int i = 0; i < size; i++) {
      bigEndian[i] = (byte) (value >>> (Byte.SIZE * (size - 1 - i)));
    }
    return bigEndian;
  }
}
