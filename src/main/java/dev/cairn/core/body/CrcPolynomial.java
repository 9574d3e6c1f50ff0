package dev.cairn.core.body;

/**
 * Arithmetic of polynomials over GF(2) modulo a CRC's generator. Bits are reflected, as the CRCs'
 * values are: the top bit of {@link #width} is x^0, and multiplying by x shifts right.
 */
final class CrcPolynomial {
  static final CrcPolynomial CRC32 = new CrcPolynomial(32, 0xEDB88320L);
  static final CrcPolynomial CRC32C = new CrcPolynomial(32, 0x82F63B78L);
  static final CrcPolynomial CRC64NVME = new CrcPolynomial(64, 0x9A6C9329AC4BC9B5L);
  static final CrcPolynomial CRC64ECMA = new CrcPolynomial(64, 0xC96C5795D7870F42L);

  private final int width;
  private final long generator;

  /** x^(8 * 2^k) for every k: what shifts a checksum over 2^k bytes. */
  private final long[] shifts = new long[Long.SIZE - 1];

  private CrcPolynomial(int width, long generator) {
    this.width = width;
    this.generator = generator;
    shifts[0] = one() >>> Byte.SIZE;
    for (int k = 1; k < shifts.length; k++) {
      shifts[k] = times(shifts[k - 1], shifts[k - 1]);
    }
  }

  int bytes() {
    return width / Byte.SIZE;
  }

  private long one() {
    return 1L << (width - 1);
  }

  long timesX(long a) {
    return (a & 1) == 0 ? a >>> 1 : (a >>> 1) ^ generator;
  }

  private long times(long a, long b) {
    long product = 0;
    long power = b;
    for (long bit = one(); bit != 0; bit >>>= 1) {
      if ((a & bit) != 0) {
        product ^= power;
      }
      power = timesX(power);
    }
    return product;
  }

  /** The checksum's share of a longer text, when so many bytes follow those that it is of. */
  long shift(long checksum, long bytes) {
    long shifted = checksum;
    long left = bytes;
    for (int k = 0; left != 0; k++, left >>>= 1) {
      if ((left & 1) != 0) {
        shifted = times(shifts[k], shifted);
      }
    }
    return shifted;
  }
}
