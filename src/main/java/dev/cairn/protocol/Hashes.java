package dev.cairn.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as signatures use it. */
public final class Hashes {
  /** Never fed: to copy it costs less than to look its provider up. */
  private static final MessageDigest SHA_256 = sha256();

  private Hashes() {}

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A fresh digest, for bytes that come in pieces. */
  public static MessageDigest newSha256() {
    try {
      return (MessageDigest) SHA_256.clone();
    } catch (CloneNotSupportedException e) {
      return sha256();
    }
  }

  public static byte[] sha256(byte[] message) {
    return newSha256().digest(message);
  }

  /** Of the UTF-8 bytes, in hex digits of lower case. */
  public static String sha256Hex(String message) {
    return hex(sha256(message.getBytes(StandardCharsets.UTF_8)));
  }

  /** Hex digits in lower case. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
