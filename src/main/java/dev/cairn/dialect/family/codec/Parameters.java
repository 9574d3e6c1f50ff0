package dev.cairn.dialect.family.codec;

import dev.cairn.model.Failure;
import dev.cairn.protocol.Query;
import java.util.Optional;

/** Reads the parameters of listings and parts. */
public final class Parameters {
  private final Query query;

  public Parameters(Query query) {
    this.query = query;
  }

  /** The value, or nothing for a parameter that is missing. */
  public String text(String name) {
    String value = query.find(name).orElse("");
    if (value.indexOf('\0') >= 0) {
      throw new Failure.InvalidArgument(name, value, "U+0000 cannot be part of a key").exception();
    }
    return value;
  }

  public Optional<String> find(String name) {
    return query.find(name).isPresent() ? Optional.of(text(name)) : Optional.empty();
  }

  /** Like {@link #find}, but an empty value is as good as none. */
  public Optional<String> findNonEmpty(String name) {
    return find(name).filter(value -> !value.isEmpty());
  }

  /** The size of a page: what is asked for, but never more than the maximum. */
  public int pageSize(String name, int byDefault, int maximum) {
    return query
        .find(name)
        .map(value -> Math.min(wholeNumber(name, value), maximum))
        .orElse(byDefault);
  }

  /** A whole number from 0 on. */
  public int number(String name, int byDefault) {
    return query.find(name).map(value -> wholeNumber(name, value)).orElse(byDefault);
  }

  /** The number of a part, from 1 on. */
  public int partNumber(int maximum) {
    String value = text("partNumber");
    int number = digits(value);
    if (number < 1 || number > maximum) {
      throw new Failure.InvalidArgument(
              "partNumber",
              value,
              "Part number must be an integer between 1 and " + maximum + ", inclusive")
          .exception();
    }
    return number;
  }

  /** A place in an object, which must be said. */
  public long position(String name) {
    String value =
        query.find(name).orElseThrow(() -> new Failure.MissingArgument(name).exception());
    return position(name, value);
  }

  /** A place in an object. */
  public static long position(String name, String value) {
    if (!value.matches("[0-9]{1,18}")) {
      throw new Failure.InvalidArgument(name, value, "a position is a whole number from 0 on")
          .exception();
    }
    return Long.parseLong(value);
  }

  private static int wholeNumber(String name, String value) {
    int number = digits(value);
    if (number < 0) {
      throw new Failure.InvalidArgument(
              name,
              value,
              "Argument " + name + " must be an integer between 0 and " + Integer.MAX_VALUE)
          .exception();
    }
    return number;
  }

  // Strict: Integer.parseInt also takes a sign and digits of other scripts.
  private static int digits(String value) {
    if (value.isEmpty() || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
