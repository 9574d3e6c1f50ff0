package dev.cairn.dialect.family.signature;

import java.nio.charset.StandardCharsets;

/**
 * Text of a request's head and its bytes. A head is read as ISO 8859-1, one char for each byte that
 * came; clients sign those bytes, whatever they mean by them.
 */
public final class WireText {
  private WireText() {}

  /** The bytes as they came. */
  public static byte[] bytes(String text) {
    return text.getBytes(
        isOneByteEach(text) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  private static boolean isOneByteEach(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xff) {
        return false;
      }
    }
    return true;
  }

  /** Decoded text as it would have come in a header. */
  public static String ofDecoded(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** A header's value without blanks around it, and with one blank where there are several. */
  public static String singleBlanks(String value) {
    String stripped = value.strip();
    boolean plain = stripped.indexOf("  ") < 0 && stripped.indexOf('\t') < 0;
    return plain ? stripped : stripped.replaceAll("\\s+", " ");
  }

  /** Text for people to read: what the bytes say in UTF-8. */
  public static String readable(String text) {
    return new String(bytes(text), StandardCharsets.UTF_8);
  }
}
