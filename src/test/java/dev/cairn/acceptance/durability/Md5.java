package dev.cairn.acceptance.durability;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** MD5, as it stands in ETags and in Content-MD5. */
final class Md5 {
  private Md5() {}

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(of(bytes));
  }

  private static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
