package dev.cairn.dialect.s2;

import dev.cairn.dialect.RequestId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A request's identity as S2 shows it: five groups, of which the three in the middle are year and
 * month, day and hour, minute and second in China.
 */
final class S2RequestIds {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyMM-ddHH-mmss", Locale.ROOT).withZone(ZoneOffset.ofHours(8));

  private S2RequestIds() {}

  /** The first and the last group hold all that is random in the id, to be found in the log. */
  static String requestId(RequestId id) {
    long high = id.value().getMostSignificantBits();
    long low = id.value().getLeastSignificantBits();
    long node = (low >>> 32 & 0x3fff_ffffL) << 12 | (high & 0xfff);
    return "%08x-%s-%012x".formatted(low & 0xffff_ffffL, TIME.format(id.issuedAt()), node);
  }
}
