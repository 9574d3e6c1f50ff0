package dev.cairn.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates of HTTP headers: written as RFC 1123 has them, read in every form that is about. */
public final class HttpDates {
  private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private static final List<DateTimeFormatter> READ =
      List.of(
          form(pattern("d MMM uuuu H:mm:ss ").appendOffset("+HHMM", "GMT")),
          form(pattern("d-MMM-uuuu H:mm:ss ").appendOffset("+HHMM", "GMT")),
          form(
              pattern("d-MMM-")
                  .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
                  .appendPattern(" H:mm:ss ")
                  .appendOffset("+HHMM", "GMT")),
          form(pattern("MMM d H:mm:ss uuuu").parseDefaulting(ChronoField.OFFSET_SECONDS, 0)));

  private HttpDates() {}

  /** {@code Sun, 06 Nov 1994 08:49:37 GMT}; fractions of a second are cut off. */
  public static String format(Instant instant) {
    // Without a formatter, which costs ten times as much: every answer has two dates.
    LocalDateTime utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(29);
    text.append(DAYS[utc.getDayOfWeek().ordinal()]).append(", ");
    DateDigits.append(text, utc.getDayOfMonth(), 2).append(' ');
    text.append(MONTHS[utc.getMonthValue() - 1]).append(' ');
    DateDigits.append(text, utc.getYear(), 4).append(' ');
    return DateDigits.appendTime(text, utc, ":").append(" GMT").toString();
  }

  /**
   * Reads RFC 1123 (with one-digit days and numeric offsets too), RFC 850 and asctime. The day of
   * the week is not looked at: it adds nothing, and some clients have it wrong.
   */
  public static Optional<Instant> parse(String text) {
    String date = withoutWeekday(text.strip()).replace(" UTC", " GMT");
    for (DateTimeFormatter form : READ) {
      try {
        return Optional.of(OffsetDateTime.parse(date, form).toInstant());
      } catch (DateTimeException e) {
        continue;
      }
    }
    return Optional.empty();
  }

  private static String withoutWeekday(String text) {
    int comma = text.indexOf(',');
    if (comma >= 0) {
      return text.substring(comma + 1).strip();
    }
    // asctime: no comma, and a day of one digit has a second blank before it.
    boolean weekday =
        text.length() > 4 && text.charAt(3) == ' ' && !Character.isDigit(text.charAt(0));
    return weekday ? text.substring(4).replace("  ", " ") : text;
  }

  private static DateTimeFormatterBuilder pattern(String pattern) {
    return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
  }

  private static DateTimeFormatter form(DateTimeFormatterBuilder builder) {
    return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
  }
}
