package dev.cairn.protocol;

import dev.cairn.model.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding of RFC 3986 over UTF-8. */
public final class PercentCoding {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private PercentCoding() {}

  /**
   * Decodes a path: {@code +} stays a plus.
   *
   * @throws dev.cairn.model.FailureException {@link Failure.InvalidUri} for bad escapes or bytes
   *     that are no UTF-8
   */
  public static String decodePath(String raw) {
    return decode(raw, false);
  }

  /** Decodes a query name or value: {@code +} is a blank. Fails as {@link #decodePath}. */
  public static String decodeQuery(String raw) {
    return decode(raw, true);
  }

  /** Encodes everything but unreserved characters ({@code A-Z a-z 0-9 - . _ ~}). */
  public static String encode(String text) {
    return encode(text, false);
  }

  /** As {@link #encode(String)}, but {@code /} stays. */
  public static String encodePath(String text) {
    return encode(text, true);
  }

  private static String encode(String text, boolean keepSlash) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (unreserved(c) || (keepSlash && c == '/')) {
        out.append(c);
      } else {
        out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
      }
    }
    return out.toString();
  }

  private static boolean unreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  private static String decode(String raw, boolean plusIsBlank) {
    if (raw.indexOf('%') < 0 && isAscii(raw)) {
      return plusIsBlank ? raw.replace('+', ' ') : raw;
    }
    // Raw (unescaped) non-ASCII arrives as one char per byte: HTTP heads are read as ISO 8859-1.
    byte[] bytes = new byte[raw.length()];
    int n = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c > 0xff) {
        throw new Failure.InvalidUri(raw).exception();
      } else if (c == '%') {
        bytes[n++] = escaped(raw, i);
        i += 2;
      } else {
        bytes[n++] = (byte) (c == '+' && plusIsBlank ? ' ' : c);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, n)).toString();
    } catch (CharacterCodingException e) {
      throw new Failure.InvalidUri(raw).exception();
    }
  }

  private static byte escaped(String raw, int percent) {
    if (percent + 2 < raw.length()
        && HexFormat.isHexDigit(raw.charAt(percent + 1))
        && HexFormat.isHexDigit(raw.charAt(percent + 2))) {
      return (byte) HexFormat.fromHexDigits(raw, percent + 1, percent + 3);
    }
    throw new Failure.InvalidUri(raw).exception();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }
}
