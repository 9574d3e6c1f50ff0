package dev.cairn.core.object;

/**
 * What a dialect copies.
 *
 * @param maximumBytes of one copy
 * @param appendables whether objects that can be appended to
 * @param links whether the copy of a link is a link, rather than a copy of its target
 */
public record SourceRules(long maximumBytes, boolean appendables, boolean links) {
  /** Whatever can be read, as it is read. */
  public static SourceRules anything(long maximumBytes) {
    return new SourceRules(maximumBytes, true, false);
  }
}
