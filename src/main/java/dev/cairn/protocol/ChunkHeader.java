package dev.cairn.protocol;

import dev.cairn.model.Failure;
import java.util.HexFormat;

/**
 * What stands in front of a chunk's bytes.
 *
 * @param signature 64 hex digits; null where chunks are not signed
 */
record ChunkHeader(long size, String signature) {
  private static final String EXTENSION = ";chunk-signature=";
  private static final int MAX_SIZE_DIGITS = 16;
  private static final int SIGNATURE_DIGITS = 64;

  /**
   * @param line without its CR LF
   * @throws dev.cairn.model.FailureException {@link Failure.MalformedChunk}
   */
  static ChunkHeader parse(String line, boolean signed) {
    int digits = 0;
    while (digits < line.length() && HexFormat.isHexDigit(line.charAt(digits))) {
      digits++;
    }
    if (digits == 0 || digits > MAX_SIZE_DIGITS) {
      throw new Failure.MalformedChunk("a chunk size is not a hexadecimal number").exception();
    }
    long size = Long.parseUnsignedLong(line, 0, digits, 16);
    if (size < 0) {
      throw new Failure.MalformedChunk("a chunk size is too large").exception();
    }
    return new ChunkHeader(size, signature(line.substring(digits), signed));
  }

  private static String signature(String extension, boolean signed) {
    if (!signed) {
      if (!extension.isEmpty()) {
        throw new Failure.MalformedChunk("an unsigned chunk has an extension").exception();
      }
      return null;
    }
    if (extension.length() != EXTENSION.length() + SIGNATURE_DIGITS
        || !extension.startsWith(EXTENSION)
        || !extension.chars().skip(EXTENSION.length()).allMatch(HexFormat::isHexDigit)) {
      throw new Failure.MalformedChunk("a chunk has no readable signature").exception();
    }
    return extension.substring(EXTENSION.length());
  }
}
