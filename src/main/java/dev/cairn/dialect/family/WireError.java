package dev.cairn.dialect.family;

import dev.cairn.protocol.XmlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A failure in a vendor's words.
 *
 * @param facts further elements of the document, in order
 */
public record WireError(int status, String code, String message, List<Fact> facts) {
  /** One element. */
  public record Fact(String element, String text) {}

  public WireError {
    facts = List.copyOf(facts);
  }

  public static WireError error(int status, String code, String message) {
    return new WireError(status, code, message, List.of());
  }

  /** Writes the further elements. */
  public void writeFacts(XmlWriter xml) {
    for (Fact fact : facts) {
      xml.element(fact.element(), fact.text());
    }
  }

  /** The same, with one element more. */
  public WireError with(String element, Object value) {
    List<Fact> more = new ArrayList<>(facts);
    more.add(new Fact(element, value.toString()));
    return new WireError(status, code, message, more);
  }
}
