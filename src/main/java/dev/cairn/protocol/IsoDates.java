package dev.cairn.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Dates of ISO 8601, as documents and signatures have them. */
public final class IsoDates {
  private static final int BASIC_LENGTH = "yyyyMMddTHHmmssZ".length();

  private IsoDates() {}

  /** {@code 2009-10-12T17:50:30.000Z}: always three digits of a second. */
  public static String format(Instant instant) {
    LocalDateTime utc = utc(instant);
    StringBuilder text = appendDate(new StringBuilder(24), utc, "-").append('T');
    DateDigits.appendTime(text, utc, ":").append('.');
    return DateDigits.append(text, utc.getNano() / 1_000_000, 3).append('Z').toString();
  }

  /** {@code 20130524T000000Z}, the form of signatures. */
  public static String formatBasic(Instant instant) {
    LocalDateTime utc = utc(instant);
    StringBuilder text = appendDate(new StringBuilder(BASIC_LENGTH), utc, "").append('T');
    return DateDigits.appendTime(text, utc, "").append('Z').toString();
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static StringBuilder appendDate(
      StringBuilder text, LocalDateTime date, String separator) {
    DateDigits.append(text, date.getYear(), 4).append(separator);
    DateDigits.append(text, date.getMonthValue(), 2).append(separator);
    return DateDigits.append(text, date.getDayOfMonth(), 2);
  }

  /** Reads the form of signatures, nothing else. */
  public static Optional<Instant> parseBasic(String text) {
    if (text.length() != BASIC_LENGTH || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
                  DateDigits.read(text, 0, 4),
                  DateDigits.read(text, 4, 2),
                  DateDigits.read(text, 6, 2),
                  DateDigits.read(text, 9, 2),
                  DateDigits.read(text, 11, 2),
                  DateDigits.read(text, 13, 2))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads the extended form with any fraction of a second and any offset. */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
