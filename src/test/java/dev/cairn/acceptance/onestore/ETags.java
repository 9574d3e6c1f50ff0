package dev.cairn.acceptance.onestore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Entity tags, computed as the vendors say it; in lower case. */
final class ETags {
  private ETags() {}

  /** Of an object or a part that came as a whole. */
  static String of(byte[] body) {
    return HexFormat.of().formatHex(md5(body));
  }

  /**
   * Of an object that came in parts.
   *
   * @param ofText over the digits of the parts' tags in upper case, else over the bytes
   */
  static String ofParts(List<byte[]> bodies, boolean ofText) {
    MessageDigest digest = md5();
    for (byte[] body : bodies) {
      byte[] part = md5(body);
      digest.update(
          ofText
              ? HexFormat.of().withUpperCase().formatHex(part).getBytes(StandardCharsets.US_ASCII)
              : part);
    }
    return HexFormat.of().formatHex(digest.digest()) + "-" + bodies.size();
  }

  private static byte[] md5(byte[] bytes) {
    return md5().digest(bytes);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
