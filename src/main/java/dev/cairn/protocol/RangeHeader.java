package dev.cairn.protocol;

import dev.cairn.model.ByteRange;
import dev.cairn.model.Failure;
import dev.cairn.model.RangeSpec;
import java.util.Optional;

/**
 * What a {@code Range} header asks for. What becomes of the odd ones is each dialect's decision.
 */
public sealed interface RangeHeader {
  /** Larger than any object. */
  long BEYOND = 1L << 58;

  /** No range: the whole object. */
  record Absent() implements RangeHeader {}

  /** One range of bytes, which the object may turn out not to have. */
  record One(RangeSpec spec) implements RangeHeader {}

  /** Several ranges of bytes. */
  record Several() implements RangeHeader {}

  /** Another unit, or no range at all. */
  record Unparsable(String text) implements RangeHeader {}

  static RangeHeader parse(Optional<String> header) {
    if (header.isEmpty()) {
      return new Absent();
    }
    String text = header.get().strip();
    if (!text.regionMatches(true, 0, "bytes=", 0, 6)) {
      return new Unparsable(text);
    }
    String ranges = text.substring(6);
    if (ranges.indexOf(',') >= 0) {
      return new Several();
    }
    return spec(ranges.strip()).<RangeHeader>map(One::new).orElseGet(() -> new Unparsable(text));
  }

  /**
   * The range of a copy source: {@code bytes=first-last}, no other form.
   *
   * @param name of the header, for the failure
   * @throws dev.cairn.model.FailureException {@link Failure.InvalidArgument}
   */
  static ByteRange parseCopySource(String name, String text) {
    if (text.startsWith("bytes=")
        && spec(text.substring(6)).orElse(null) instanceof RangeSpec.FirstLast range) {
      return new ByteRange(range.first(), range.last());
    }
    throw new Failure.InvalidArgument(name, text, "must be bytes=first-last").exception();
  }

  private static Optional<RangeSpec> spec(String range) {
    int dash = range.indexOf('-');
    if (dash < 0 || !digits(range, 0, dash) || !digits(range, dash + 1, range.length())) {
      return Optional.empty();
    }
    boolean noFirst = dash == 0;
    boolean noLast = dash == range.length() - 1;
    if (noFirst) {
      return noLast
          ? Optional.empty()
          : Optional.of(new RangeSpec.Suffix(number(range, 1, range.length())));
    }
    long first = number(range, 0, dash);
    if (noLast) {
      return Optional.of(new RangeSpec.From(first));
    }
    long last = number(range, dash + 1, range.length());
    return last < first ? Optional.empty() : Optional.of(new RangeSpec.FirstLast(first, last));
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** A number beyond any object's size is as good as any other such. */
  private static long number(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to && value < BEYOND; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    return Math.min(value, BEYOND);
  }
}
