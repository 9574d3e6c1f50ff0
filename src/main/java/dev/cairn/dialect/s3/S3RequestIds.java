package dev.cairn.dialect.s3;

import dev.cairn.dialect.RequestId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.UUID;

/** A request's identity as S3 shows it. */
final class S3RequestIds {
  private static final byte[] ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".getBytes(StandardCharsets.US_ASCII);
  private static final int HOST_ID_BYTES = 56;

  private S3RequestIds() {}

  /**
   * 16 upper-case letters and digits: base32 of the last 80 bits, so that the last 20 hex digits of
   * the id in the log can be told from it.
   */
  static String requestId(RequestId id) {
    UUID value = id.value();
    byte[] text = new byte[16];
    long high = value.getMostSignificantBits() & 0xffff;
    long low = value.getLeastSignificantBits();
    for (int i = 15; i >= 0; i--) {
      text[i] = ALPHABET[(int) (low & 31)];
      low = low >>> 5 | (high & 31) << 59;
      high >>>= 5;
    }
    return new String(text, StandardCharsets.US_ASCII);
  }

  /** 76 characters of base64 that mean nothing, as S3's mean nothing to anyone else. */
  static String hostId(RequestId id) {
    UUID value = id.value();
    byte[] bytes = new byte[HOST_ID_BYTES];
    new SplittableRandom(value.getMostSignificantBits() ^ value.getLeastSignificantBits())
        .nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
