package dev.cairn.dialect.s3;

import java.util.ArrayList;
import java.util.List;

/**
 * A failure in S3's words.
 *
 * @param facts further elements of the document, in order
 */
record S3Error(int status, String code, String message, List<Fact> facts) {
  /** One element. */
  record Fact(String element, String text) {}

  S3Error {
    facts = List.copyOf(facts);
  }

  static S3Error error(int status, String code, String message) {
    return new S3Error(status, code, message, List.of());
  }

  /** The same, with one element more. */
  S3Error with(String element, Object value) {
    List<Fact> more = new ArrayList<>(facts);
    more.add(new Fact(element, value.toString()));
    return new S3Error(status, code, message, more);
  }
}
