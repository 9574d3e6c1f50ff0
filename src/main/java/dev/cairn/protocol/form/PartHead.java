package dev.cairn.protocol.form;

import dev.cairn.model.Failure;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What stands before the content of a part. Text is as in the heads of requests: one char for each
 * byte.
 *
 * @param filename empty for a part that has none; quotes and what a browser escapes are taken off
 */
record PartHead(String name, Optional<String> filename, Optional<String> contentType) {
  private static final String DISPOSITION = "content-disposition";
  private static final String FORM_DATA = "form-data";

  /**
   * Reads the lines of a head.
   *
   * @param lines without the empty one at the end
   * @throws dev.cairn.model.FailureException {@link Failure.MalformedForm}
   */
  static PartHead parse(Iterable<String> lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw malformed("a part has a header without a name");
      }
      headers.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    Map<String, String> disposition =
        new Parameters(headers.getOrDefault(DISPOSITION, "")).read(FORM_DATA);
    String name = disposition.get("name");
    if (name == null || name.isEmpty()) {
      throw malformed("a part has no name");
    }
    return new PartHead(
        name,
        Optional.ofNullable(disposition.get("filename")),
        Optional.ofNullable(headers.get("content-type")).filter(type -> !type.isEmpty()));
  }

  private static RuntimeException malformed(String reason) {
    return new Failure.MalformedForm(reason).exception();
  }

  /** A value with parameters: {@code form-data; name="key"; filename="a;b.txt"}. */
  static final class Parameters {
    private final String text;
    private int at;

    Parameters(String text) {
      this.text = text;
    }

    /** The parameters by name, in lower case, of a value that must be this one. */
    Map<String, String> read(String value) {
      String first = upTo(";").strip();
      if (!first.equalsIgnoreCase(value)) {
        throw malformed("a part is not " + value);
      }
      Map<String, String> parameters = new LinkedHashMap<>();
      while (at < text.length()) {
        at++; // the semicolon
        String name = upTo("=;").strip().toLowerCase(Locale.ROOT);
        if (at < text.length() && text.charAt(at) == '=') {
          at++;
          String given = parameter();
          if (parameters.put(name, given) != null) {
            throw malformed("a part has " + name + " twice");
          }
        } else if (!name.isEmpty()) {
          throw malformed("a part has a parameter without a value");
        }
      }
      return parameters;
    }

    private String parameter() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      if (at == text.length() || text.charAt(at) != '"') {
        return upTo(";").strip();
      }
      String quoted = quoted();
      if (!upTo(";").isBlank()) {
        throw malformed("a part has something behind a quoted value");
      }
      return quoted;
    }

    /** A backslash escapes a quote only: some browsers send whole paths, with backslashes. */
    private String quoted() {
      StringBuilder value = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        boolean escape = c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"';
        if (c == '"') {
          at++;
          return value.toString().replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
        }
        value.append(escape ? text.charAt(++at) : c);
      }
      throw malformed("a part has a quoted value without an end");
    }

    private String upTo(String ends) {
      int begin = at;
      while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(begin, at);
    }
  }
}
