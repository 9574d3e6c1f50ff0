package dev.cairn.core.body;

import dev.cairn.model.DigestAlgorithm;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** One digest being computed. Not for use by several threads at once. */
public sealed interface Digest {
  /** Takes the bytes from position to limit, in order. */
  void update(ByteBuffer bytes);

  /** The value of all bytes so far; the last call. */
  byte[] value();

  /** A fresh one. */
  static Digest of(DigestAlgorithm algorithm) {
    return switch (algorithm) {
      case MD5 -> new Hash(hash("MD5"));
      case SHA1 -> new Hash(hash("SHA-1"));
      case SHA256 -> new Hash(hash("SHA-256"));
      case CRC32 -> new Sum(new CRC32());
      case CRC32C -> new Sum(new CRC32C());
      case CRC64NVME -> new Sum64(Crc64.NVME);
      case CRC64ECMA -> new Sum64(Crc64.ECMA);
    };
  }

  private static MessageDigest hash(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }

  /** A cryptographic hash of the JDK. */
  record Hash(MessageDigest hash) implements Digest {
    @Override
    public void update(ByteBuffer bytes) {
      hash.update(bytes);
    }

    @Override
    public byte[] value() {
      return hash.digest();
    }
  }

  /** A 32-bit checksum of the JDK. */
  record Sum(Checksum sum) implements Digest {
    @Override
    public void update(ByteBuffer bytes) {
      sum.update(bytes);
    }

    @Override
    public byte[] value() {
      return ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array();
    }
  }

  /** A 64-bit checksum, which the JDK lacks. */
  final class Sum64 implements Digest {
    private final Crc64 algorithm;
    private long state = Crc64.EMPTY;

    Sum64(Crc64 algorithm) {
      this.algorithm = algorithm;
    }

    @Override
    public void update(ByteBuffer bytes) {
      state = algorithm.update(state, bytes);
    }

    @Override
    public byte[] value() {
      return ByteBuffer.allocate(Long.BYTES).putLong(state).array();
    }
  }
}
