package dev.cairn.dialect.family.codec;

import dev.cairn.model.Failure;

/** Checks text that a client chose and that is to become a header of an answer. */
final class HeaderText {
  private HeaderText() {}

  /**
   * The same text, if a header can hold it: no control character can end the line, and every
   * character is one byte.
   *
   * @throws dev.cairn.model.FailureException InvalidArgument
   */
  static String checked(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > 0xff) {
        throw new Failure.InvalidArgument(
                name, value, "Header value cannot be represented using ISO-8859-1.")
            .exception();
      }
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw new Failure.InvalidArgument(
                name, value, "Header value contains characters that a header cannot hold.")
            .exception();
      }
    }
    return value;
  }
}
