package dev.cairn.dialect.oss;

import dev.cairn.dialect.RequestId;
import java.util.HexFormat;

/** A request's identity as OSS shows it. */
final class OssRequestIds {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private OssRequestIds() {}

  /** 24 hex digits: 8 of the seconds since 1970, then the last 16 of the id in the log. */
  static String requestId(RequestId id) {
    return HEX.toHexDigits((int) id.issuedAt().getEpochSecond())
        + HEX.toHexDigits(id.value().getLeastSignificantBits());
  }
}
