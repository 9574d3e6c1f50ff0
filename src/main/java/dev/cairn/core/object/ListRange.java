package dev.cairn.core.object;

import java.util.Objects;

/**
 * Which keys a listing wants.
 *
 * @param delimiter empty: nothing is rolled up
 * @param after exclusive: keys, and common prefixes, beyond this text; empty for the begin
 * @param limit number of keys and common prefixes together; 0 gives an empty page
 */
public record ListRange(String prefix, String delimiter, String after, int limit) {
  public ListRange {
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(delimiter, "delimiter");
    Objects.requireNonNull(after, "after");
  }
}
