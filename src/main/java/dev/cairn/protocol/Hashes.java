package dev.cairn.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as signatures use it. */
public final class Hashes {
  private Hashes() {}

  /** A fresh digest, for bytes that come in pieces. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
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
