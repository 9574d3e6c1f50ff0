package dev.cairn.protocol;

import java.time.LocalDateTime;

/** Numbers of dates, digit by digit. */
final class DateDigits {
  /** Of a number that cannot be read: no date has it anywhere. */
  static final int NONE = Integer.MAX_VALUE;

  private DateDigits() {}

  /** Appends a number, filled up with zeros to a width. */
  static StringBuilder append(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    return text.repeat('0', Math.max(0, width - digits.length())).append(digits);
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
