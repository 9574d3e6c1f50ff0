package dev.cairn.dialect.obs;

import dev.cairn.dialect.RequestId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** A request's identity as OBS shows it. */
final class ObsRequestIds {
  /** What the vendor's own begin with. */
  private static final String HOST_ID_PREFIX = "32AAAQAAEAAB";

  private static final int HOST_ID_LENGTH = 64;

  private ObsRequestIds() {}

  /** 32 upper-case hex digits: the id of the log without its hyphens. */
  static String requestId(RequestId id) {
    return id.toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  /** 64 characters that mean nothing. */
  static String hostId(RequestId id) {
    ByteBuffer bytes =
        ByteBuffer.allocate(16)
            .putLong(id.value().getMostSignificantBits())
            .putLong(id.value().getLeastSignificantBits());
    String text = Base64.getEncoder().encodeToString(sha512(bytes.array()));
    return HOST_ID_PREFIX + text.substring(0, HOST_ID_LENGTH - HOST_ID_PREFIX.length());
  }

  private static byte[] sha512(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }
}
