package dev.cairn.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes of signatures, and their comparison. */
public final class Hmac {
  private Hmac() {}

  public static byte[] sha256(byte[] key, byte[] message) {
    return mac("HmacSHA256", key, message);
  }

  public static byte[] sha256(byte[] key, String message) {
    return sha256(key, message.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] sha1(byte[] key, byte[] message) {
    return mac("HmacSHA1", key, message);
  }

  public static byte[] sha1(byte[] key, String message) {
    return sha1(key, message.getBytes(StandardCharsets.UTF_8));
  }

  /** Compares in a time that depends on the lengths alone. */
  public static boolean constantTimeEquals(String expected, String provided) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), provided.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mac(String algorithm, byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      // An empty key is legal in RFC 2104 and refused by SecretKeySpec; padded, it is the same key.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
