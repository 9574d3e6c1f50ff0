package dev.cairn.protocol;

import java.time.LocalDateTime;

/** Numbers of dates, digit by digit. */
final class DateDigits {
  /** Of a number that cannot be read: no date has it anywhere. */
  static final int NONE = Integer.MAX_VALUE;

  private DateDigits() {}

  /**
   * Appends a number, filled up with zeros to a width.
   *
   * @param number not negative
   */
  static StringBuilder append(StringBuilder text, int number, int width) {
    int unit = 1;
    for (int i = 1; i < width || number / unit >= 10; i++) {
      unit *= 10;
    }
    for (; unit > 0; unit /= 10) {
      text.append((char) ('0' + number / unit % 10));
    }
    return text;
  }

  static StringBuilder appendTime(StringBuilder text, LocalDateTime time, String separator) {
    append(text, time.getHour(), 2).append(separator);
    append(text, time.getMinute(), 2).append(separator);
    return append(text, time.getSecond(), 2);
  }

  /** The number that so many digits make; {@link #NONE} where something else stands. */
  static int read(String text, int first, int width) {
    int number = 0;
    for (int i = first; i < first + width; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return NONE;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }
}
