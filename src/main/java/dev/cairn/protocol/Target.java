package dev.cairn.protocol;

import java.util.Optional;

/**
 * The request target exactly as it stood in the request line.
 *
 * @param rawPath up to the first {@code ?}, still percent-encoded; begins with {@code /}, but for a
 *     target of a form that has no path ({@code *}), which stands here whole
 * @param rawQuery after the first {@code ?}; null where there is none
 */
public record Target(String rawPath, String rawQuery) {
  /** Splits origin-form and absolute-form targets. */
  public static Target parse(String target) {
    int path = target.startsWith("/") ? 0 : endOfAuthority(target);
    if (path < 0) {
      return new Target(target, null);
    }
    int question = target.indexOf('?', path);
    String rawPath = target.substring(path, question < 0 ? target.length() : question);
    return new Target(
        rawPath.isEmpty() ? "/" : rawPath, question < 0 ? null : target.substring(question + 1));
  }

  /** The host (and port) of an absolute-form target, which goes before the Host header. */
  public static Optional<String> authority(String target) {
    int end = target.startsWith("/") ? -1 : endOfAuthority(target);
    return end < 0
        ? Optional.empty()
        : Optional.of(target.substring(target.indexOf("://") + 3, end));
  }

  /** Where the path (or the query) of an absolute-form target begins; negative for other forms. */
  private static int endOfAuthority(String target) {
    int begin =
        target.regionMatches(true, 0, "http://", 0, 7)
            ? 7
            : target.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
    if (begin < 0) {
      return -1;
    }
    int end = begin;
    while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
      end++;
    }
    return end == begin ? -1 : end;
  }

  @Override
  public String toString() {
    return rawQuery == null ? rawPath : rawPath + "?" + rawQuery;
  }
}
