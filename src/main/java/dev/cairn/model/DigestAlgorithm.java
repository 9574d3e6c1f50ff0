package dev.cairn.model;

/** Digests and checksums that clients claim, or that a dialect always answers. */
public enum DigestAlgorithm {
  MD5(16),
  SHA1(20),
  SHA256(32),
  CRC32(4),
  CRC32C(4),
  /** NVMe polynomial, reflected. */
  CRC64NVME(8),
  /** ECMA-182 polynomial, reflected (that of xz). */
  CRC64ECMA(8);

  private final int bytes;

  DigestAlgorithm(int bytes) {
    this.bytes = bytes;
  }

  /** Length of a value, in bytes; values of the CRCs are big-endian. */
  public int bytes() {
    return bytes;
  }

  /** Whether the checksum of a whole can be computed from those of its parts. */
  public boolean combinable() {
    return switch (this) {
      case CRC32, CRC32C, CRC64NVME, CRC64ECMA -> true;
      case MD5, SHA1, SHA256 -> false;
    };
  }
}
