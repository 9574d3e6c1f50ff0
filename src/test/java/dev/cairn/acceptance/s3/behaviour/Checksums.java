package dev.cairn.acceptance.s3.behaviour;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** S3's checksums as base64, computed by the JDK or, what it has not, bit by bit. */
enum Checksums {
  CRC32,
  CRC32C,
  CRC64NVME,
  SHA1,
  SHA256;

  String header() {
    return "x-amz-checksum-" + name().toLowerCase(java.util.Locale.ROOT);
  }

  byte[] raw(byte[] data) {
    return switch (this) {
      case CRC32 -> crc(new CRC32(), data);
      case CRC32C -> crc(new CRC32C(), data);
      case CRC64NVME -> crc64(data);
      case SHA1 -> digest("SHA-1", data);
      case SHA256 -> digest("SHA-256", data);
    };
  }

  String of(byte[] data) {
    return Base64.getEncoder().encodeToString(raw(data));
  }

  /** Over the parts' checksums, as COMPOSITE uploads have it. */
  String composite(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(parts.length * raw(new byte[0]).length);
    for (byte[] part : parts) {
      all.put(raw(part));
    }
    return of(all.array()) + "-" + parts.length;
  }

  private static byte[] crc(Checksum checksum, byte[] data) {
    checksum.update(data, 0, data.length);
    return ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array();
  }

  private static byte[] crc64(byte[] data) {
    long crc = ~0L;
    for (byte b : data) {
      crc ^= b & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0x9a6c9329ac4bc9b5L;
      }
    }
    return ByteBuffer.allocate(8).putLong(~crc).array();
  }

  private static byte[] digest(String algorithm, byte[] data) {
    try {
      return MessageDigest.getInstance(algorithm).digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
