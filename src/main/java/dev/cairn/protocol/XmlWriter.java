package dev.cairn.protocol;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Writes an XML document, element by element, into memory.
 *
 * <p>Written by hand, since a StAX writer either refuses or replaces what XML 1.0 forbids in text;
 * S3 writes such characters of a key as character references, and so must we.
 */
public final class XmlWriter {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String STANDALONE =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  /** Whether a character of ASCII stands in text as it is. */
  private static final boolean[] PLAIN = new boolean[0x80];

  static {
    Arrays.fill(PLAIN, ' ', 0x7f, true);
    for (char special : new char[] {'<', '>', '&', '"'}) {
      PLAIN[special] = false;
    }
  }

  private final Deque<String> open = new ArrayDeque<>();
  private byte[] bytes = new byte[1024];
  private int size;

  private XmlWriter() {}

  /**
   * Begins a document.
   *
   * @param namespace default namespace of the root; empty for none
   */
  public static XmlWriter document(String root, String namespace) {
    return document(root, namespace, false);
  }

  /**
   * Begins a document.
   *
   * @param namespace default namespace of the root; empty for none
   * @param standalone whether the declaration says {@code standalone="yes"}
   */
  public static XmlWriter document(String root, String namespace, boolean standalone) {
    XmlWriter writer = new XmlWriter();
    writer.markup(standalone ? STANDALONE : DECLARATION);
    writer.markup("<");
    writer.markup(root);
    if (!namespace.isEmpty()) {
      writer.markup(" xmlns=\"");
      writer.escaped(namespace);
      writer.markup("\"");
    }
    writer.markup(">");
    writer.open.push(root);
    return writer;
  }

  /** Makes room for so many more bytes at once; without, it is made as it is needed. */
  public XmlWriter expecting(int more) {
    room(more);
    return this;
  }

  /** Opens an element in the one that is open. */
  public XmlWriter start(String name) {
    openingTag(name);
    open.push(name);
    return this;
  }

  /** An attribute of an element; its name has its prefix. */
  public record Attribute(String name, String value) {}

  /** Opens an element that has attributes. */
  public XmlWriter start(String name, Attribute... attributes) {
    markup("<");
    markup(name);
    for (Attribute attribute : attributes) {
      markup(" ");
      markup(attribute.name());
      markup("=\"");
      escaped(attribute.value());
      markup("\"");
    }
    markup(">");
    open.push(name);
    return this;
  }

  /** Closes the innermost open element. */
  public XmlWriter end() {
    closingTag(open.pop());
    return this;
  }

  /** An element and what the consumer writes into it. */
  public XmlWriter element(String name, Consumer<XmlWriter> content) {
    start(name);
    content.accept(this);
    return end();
  }

  /** An element with text. */
  public XmlWriter element(String name, String text) {
    openingTag(name);
    escaped(text);
    closingTag(name);
    return this;
  }

  /** An element with a number. */
  public XmlWriter element(String name, long number) {
    return element(name, Long.toString(number));
  }

  /** An element with {@code true} or {@code false}. */
  public XmlWriter element(String name, boolean value) {
    return element(name, Boolean.toString(value));
  }

  /** Text in the element that is open. */
  public XmlWriter text(String text) {
    escaped(text);
    return this;
  }

  /** Closes what is open, the root included. */
  public byte[] toBytes() {
    while (!open.isEmpty()) {
      end();
    }
    return Arrays.copyOf(bytes, size);
  }

  private void openingTag(String name) {
    room(name.length() + 2);
    bytes[size++] = '<';
    copy(name, 0, name.length());
    bytes[size++] = '>';
  }

  private void closingTag(String name) {
    room(name.length() + 3);
    bytes[size++] = '<';
    bytes[size++] = '/';
    copy(name, 0, name.length());
    bytes[size++] = '>';
  }

  /** ASCII that means what it says. */
  private void markup(String ascii) {
    copy(ascii, 0, ascii.length());
  }

  @SuppressWarnings("deprecation") // Of ASCII it copies the bytes as they are, and at once.
  private void copy(String ascii, int from, int to) {
    room(to - from);
    ascii.getBytes(from, to, bytes, size);
    size += to - from;
  }

  private void escaped(String text) {
    int length = text.length();
    int plain = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < PLAIN.length && PLAIN[c]) {
        continue;
      }
      copy(text, plain, i);
      if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        utf8(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        special(c);
      }
      plain = i + 1;
    }
    copy(text, plain, length);
  }

  private void special(char c) {
    switch (c) {
      case '<' -> markup("&lt;");
      case '>' -> markup("&gt;");
      case '&' -> markup("&amp;");
      case '"' -> markup("&quot;");
      case '\t', '\n' -> utf8(c);
      case '\0' -> utf8(0xfffd); // no reader of any version takes a reference to it
      default -> {
        // A reader turns a bare CR into LF; the others XML 1.0 has no place for.
        boolean reference = c < ' ' || c == 0xfffe || c == 0xffff;
        if (reference) {
          markup("&#x" + Integer.toHexString(c) + ";");
        } else {
          utf8(Character.isSurrogate(c) ? 0xfffd : c);
        }
      }
    }
  }

  private void utf8(int codePoint) {
    room(4);
    if (codePoint < 0x80) {
      bytes[size++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      bytes[size++] = (byte) (0xc0 | codePoint >> 6);
      continuation(codePoint);
    } else if (codePoint < 0x10000) {
      bytes[size++] = (byte) (0xe0 | codePoint >> 12);
      continuation(codePoint >> 6);
      continuation(codePoint);
    } else {
      bytes[size++] = (byte) (0xf0 | codePoint >> 18);
      continuation(codePoint >> 12);
      continuation(codePoint >> 6);
      continuation(codePoint);
    }
  }

  private void continuation(int bits) {
    bytes[size++] = (byte) (0x80 | (bits & 0x3f));
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
