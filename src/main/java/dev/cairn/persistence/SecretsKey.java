package dev.cairn.persistence;

import java.security.MessageDigest;
import java.util.Arrays;

/** The key that encrypts the secrets in the database: 256 bits, given by the start-up. */
public record SecretsKey(byte[] bytes) {
  private static final int BYTES = 32;

  public SecretsKey {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a key for secrets has " + BYTES + " bytes");
    }
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretsKey key && MessageDigest.isEqual(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Never shows the key: records end up in logs. */
  @Override
  public String toString() {
    return "SecretsKey";
  }
}
