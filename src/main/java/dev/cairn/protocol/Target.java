package dev.cairn.protocol;

/**
 * The request target exactly as it stood in the request line.
 *
 * @param rawPath up to the first {@code ?}, still percent-encoded; begins with {@code /}
 * @param rawQuery after the first {@code ?}; null where there is none
 */
public record Target(String rawPath, String rawQuery) {
  /** Splits origin-form and absolute-form targets. */
  public static Target parse(String target) {
    String origin = target;
    if (!target.startsWith("/")) {
      int scheme = target.indexOf("://");
      int slash = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
      int question = scheme < 0 ? -1 : target.indexOf('?', scheme + 3);
      if (scheme >= 0) {
        origin =
            slash >= 0 && (question < 0 || slash < question)
                ? target.substring(slash)
                : "/" + (question < 0 ? "" : target.substring(question));
      }
    }
    int question = origin.indexOf('?');
    return question < 0
        ? new Target(origin, null)
        : new Target(origin.substring(0, question), origin.substring(question + 1));
  }

  @Override
  public String toString() {
    return rawQuery == null ? rawPath : rawPath + "?" + rawQuery;
  }
}
