package dev.cairn.protocol;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import java.io.CharArrayReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * Reads a document of a request, element by element, in one pass. Any namespace will do, white
 * space between elements is passed over, a DOCTYPE is never read. Everything that is wrong with a
 * document is {@link Failure.MalformedXml}.
 *
 * <pre>{@code
 * XmlReader.parse(document, "Delete", xml -> {
 *   while (xml.next()) {          // each child of the root
 *     switch (xml.name()) {
 *       case "Quiet" -> quiet = xml.bool();
 *       case "Object" -> {
 *         while (xml.next()) {    // each child of Object
 *           ...
 *         }
 *       }
 *       default -> xml.skip();
 *     }
 *   }
 * });
 * }</pre>
 */
public final class XmlReader {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_ATTRIBUTES = 32;
  private static final int MAX_TEXT = 64 * 1024;
  private static final Set<String> ENCODINGS = Set.of("UTF-8", "UTF8", "US-ASCII");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final XMLInputFactory READERS = hardened();

  private final XMLStreamReader xml;
  private final StringBuilder text = new StringBuilder();

  private XmlReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  private static XMLInputFactory hardened() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_TEXT);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
    // A key may have characters that XML 1.0 has no place for; clients name it as S3 lists it.
    factory.setProperty(WstxInputProperties.P_ALLOW_XML11_ESCAPED_CHARS_IN_XML10, true);
    return factory;
  }

  /**
   * Reads a document whose root has this name.
   *
   * @param reading stands at the root; what it leaves unread is still checked to be well-formed
   * @throws FailureException {@link Failure.MalformedXml}
   */
  public static <T> T parse(byte[] document, String root, Function<XmlReader, T> reading) {
    try {
      XmlReader reader = new XmlReader(READERS.createXMLStreamReader(characters(document)));
      reader.root(root);
      T result = reading.apply(reader);
      reader.rest();
      return result;
    } catch (XMLStreamException | WstxLazyException e) {
      throw new FailureException(new Failure.MalformedXml("not well-formed"), e);
    }
  }

  // The parser's own decoder takes overlong forms.
  private static Reader characters(byte[] document) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
      if (text.hasRemaining() && text.get(text.position()) == BYTE_ORDER_MARK) {
        text.get();
      }
      return new CharArrayReader(text.array(), text.position(), text.remaining());
    } catch (CharacterCodingException e) {
      throw new FailureException(new Failure.MalformedXml("not UTF-8"), e);
    }
  }

  /**
   * Moves to the next child of the element that is being read. False at its end; its parent is
   * being read then. A child must be read ({@link #text}, {@link #next} until false) or skipped.
   */
  public boolean next() {
    while (true) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        default -> {
          if (!xml.isWhiteSpace()) {
            throw malformed("text where elements belong");
          }
        }
      }
    }
  }

  /** Name of the element that {@link #next} moved to, without prefix. */
  public String name() {
    return xml.getLocalName();
  }

  /** An attribute of the element that {@link #next} moved to, in any namespace. */
  public Optional<String> attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** The text of the element, which may have no other content, exactly as it stands there. */
  public String text() {
    text.setLength(0);
    while (true) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> throw malformed("elements where text belongs");
        case XMLStreamConstants.END_ELEMENT -> {
          return text.toString();
        }
        default -> {
          if (text.length() + xml.getTextLength() > MAX_TEXT) {
            throw malformed("a text is too long");
          }
          text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
      }
    }
  }

  /** The element's text as a number. */
  public int integer() {
    try {
      return Integer.parseInt(text().strip());
    } catch (NumberFormatException e) {
      throw malformed("no number where one belongs");
    }
  }

  /** The element's text as {@code true} or {@code false}. */
  public boolean bool() {
    return switch (text().strip()) {
      case "true", "TRUE", "True" -> true;
      case "false", "FALSE", "False" -> false;
      default -> throw malformed("neither true nor false");
    };
  }

  /** Passes over the element, whatever is in it. */
  public void skip() {
    int depth = 1;
    while (depth > 0) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }

  /** The failure of a document that has, or lacks, what it must not. */
  public FailureException malformed(String reason) {
    return new Failure.MalformedXml(reason).exception();
  }

  private void root(String name) {
    if (advance() != XMLStreamConstants.START_ELEMENT || !name().equals(name)) {
      throw malformed("the root is not " + name);
    }
    String declared = xml.getCharacterEncodingScheme();
    if (declared != null && !ENCODINGS.contains(declared.toUpperCase(Locale.ROOT))) {
      throw malformed("not UTF-8");
    }
  }

  private void rest() throws XMLStreamException {
    while (xml.hasNext()) {
      refuse(xml.next());
    }
  }

  /** The next element's begin or end, or text. */
  private int advance() {
    try {
      while (true) {
        int event = xml.next();
        refuse(event);
        switch (event) {
          case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
          default -> {
            return event;
          }
        }
      }
    } catch (XMLStreamException | WstxLazyException e) {
      throw new FailureException(new Failure.MalformedXml("not well-formed"), e);
    }
  }

  private void refuse(int event) {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw malformed("a DOCTYPE or an entity");
    }
  }
}
