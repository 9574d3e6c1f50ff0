package dev.cairn.acceptance.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An answer as it came. Header names compare without case. */
public record WireAnswer(int status, Map<String, String> headers, byte[] body) {
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as a well-formed document. */
  public Document document() {
    try {
      return DocumentBuilderFactory.newNSInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(body));
    } catch (SAXException e) {
      throw new AssertionError("no well-formed XML: " + this, e);
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The elements of an error document, by name. */
  public Map<String, String> error() {
    Element root = document().getDocumentElement();
    if (!root.getNodeName().equals("Error")) {
      throw new AssertionError("no error document: " + this);
    }
    Map<String, String> fields = new HashMap<>();
    for (Node n = root.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        fields.put(element.getNodeName(), element.getTextContent());
      }
    }
    return fields;
  }

  @Override
  public String toString() {
    return status + " " + headers + "\n" + text();
  }
}
