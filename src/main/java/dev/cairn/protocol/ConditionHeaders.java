package dev.cairn.protocol;

import dev.cairn.model.ETag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The four conditions of a request.
 *
 * @param ifMatch an empty list inside means any ({@code *})
 * @param ifNoneMatch an empty list inside means any ({@code *})
 * @param ifModifiedSince empty for a date that cannot be read, too
 * @param ifUnmodifiedSince empty for a date that cannot be read, too
 */
public record ConditionHeaders(
    Optional<List<ETag>> ifMatch,
    Optional<List<ETag>> ifNoneMatch,
    Optional<Instant> ifModifiedSince,
    Optional<Instant> ifUnmodifiedSince) {

  /**
   * @param prefix what stands before {@code if-match} and the others; empty for the plain ones
   */
  public static ConditionHeaders parse(Headers headers, String prefix) {
    return new ConditionHeaders(
        headers.first(prefix + "if-match").map(ConditionHeaders::eTags),
        headers.first(prefix + "if-none-match").map(ConditionHeaders::eTags),
        headers.first(prefix + "if-modified-since").flatMap(ConditionHeaders::date),
        headers.first(prefix + "if-unmodified-since").flatMap(ConditionHeaders::date));
  }

  private static Optional<Instant> date(String text) {
    return HttpDates.parse(text).or(() -> IsoDates.parse(text));
  }

  /** Splits a list, quoted or not. Weak tags are compared like strong ones: there are none here. */
  private static List<ETag> eTags(String text) {
    List<ETag> tags = new ArrayList<>(1);
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || (text.charAt(i) == ',' && !quoted)) {
        String tag = text.substring(from, i).strip();
        if (tag.equals("*")) {
          return List.of();
        }
        tags.add(ETag.parse(tag.startsWith("W/") ? tag.substring(2) : tag));
        from = i + 1;
      } else if (text.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return List.copyOf(tags);
  }
}
