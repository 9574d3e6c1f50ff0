package dev.cairn.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Dates of ISO 8601, as documents and signatures have them. */
public final class IsoDates {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  private IsoDates() {}

  /** {@code 2009-10-12T17:50:30.000Z}: always three digits of a second. */
  public static String format(Instant instant) {
    return MILLISECONDS.format(instant);
  }

  /** {@code 20130524T000000Z}, the form of signatures. */
  public static String formatBasic(Instant instant) {
    return BASIC.format(instant);
  }

  /** Reads the form of signatures, nothing else. */
  public static Optional<Instant> parseBasic(String text) {
    if (text.length() != 16) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC));
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
