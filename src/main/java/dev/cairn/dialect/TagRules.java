package dev.cairn.dialect;

import java.util.regex.Pattern;

/**
 * Which tags a vendor lets an object have.
 *
 * @param most how many
 * @param keys what a key is; its length is counted in characters
 * @param values what a value is
 * @param absenceFails whether asking for the tags of an object without any is a failure
 */
public record TagRules(int most, Pattern keys, Pattern values, boolean absenceFails) {
  private static final String AWS_TEXT = "[\\p{L}\\p{N}\\p{Zs}_.:/=+\\-@]";

  /** Those of AWS, which keeps the keys that begin with {@code aws:} for itself. */
  public static final TagRules AWS =
      new TagRules(
          10,
          Pattern.compile("(?!(?i:aws:))" + AWS_TEXT + "{1,128}"),
          Pattern.compile(AWS_TEXT + "{0,256}"),
          false);
}
