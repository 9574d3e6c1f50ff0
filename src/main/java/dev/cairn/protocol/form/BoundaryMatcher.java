package dev.cairn.protocol.form;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the lines that stand between the parts of a multipart body: {@code CRLF --boundary}, then
 * {@code --} for the last, or blanks and CRLF. Fed whatever pieces the network makes of the body;
 * what only begins like such a line is content.
 *
 * <p>A boundary has no CR in it: where a line turns out to be none, another can begin at the byte
 * that tells so, and not before.
 */
final class BoundaryMatcher {
  /** What a scan came upon. */
  enum Found {
    /** The end of the piece. */
    NOTHING,
    /** A line that another part follows. */
    PART,
    /** The line after the last part. */
    CLOSE
  }

  private enum Tail {
    NONE,
    HYPHEN,
    BLANKS,
    CR
  }

  /** Blanks that mail gateways may add; nobody adds more. */
  private static final int LONGEST_PADDING = 64;

  private static final byte[] NOTHING = new byte[0];

  private final byte[] delimiter;
  private final byte[] held;

  /** Bytes of a line that may be one, and how many of them came with earlier pieces. */
  private int heldLength;

  private int carried;
  private int matched;
  private Tail tail = Tail.NONE;

  private Found found = Found.NOTHING;
  private byte[] released = NOTHING;
  private int contentEnd;

  BoundaryMatcher(String boundary) {
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    this.held = new byte[delimiter.length + LONGEST_PADDING];
    this.matched = 2; // The first line has nothing before it that it could end.
  }

  /**
   * Reads up to the end of the next line between parts, or all of the piece. What the content of it
   * is, {@link #released()} and {@link #contentEnd()} say: from where the scan began up to there.
   */
  Found scan(ByteBuffer bytes) {
    released = NOTHING;
    carried = heldLength;
    found = Found.NOTHING;
    while (found == Found.NOTHING && bytes.hasRemaining()) {
      if (matched == 0 && !skipToCr(bytes)) {
        break;
      }
      byte b = bytes.get();
      if (fits(b)) {
        held[heldLength++] = b;
      } else {
        release();
        if (b == '\r') {
          bytes.position(bytes.position() - 1);
        }
      }
    }
    contentEnd = bytes.position() - (heldLength - carried);
    if (found != Found.NOTHING) {
      reset();
    }
    return found;
  }

  /** Content that came with earlier pieces, and that could not be told from a line until now. */
  byte[] released() {
    return released;
  }

  /** Where in the last piece its content ended. */
  int contentEnd() {
    return contentEnd;
  }

  private static boolean skipToCr(ByteBuffer bytes) {
    int limit = bytes.limit();
    for (int i = bytes.position(); i < limit; i++) {
      if (bytes.get(i) == '\r') {
        bytes.position(i);
        return true;
      }
    }
    bytes.position(limit);
    return false;
  }

  /** Whether what is held may still be a line with this byte behind it. */
  private boolean fits(byte b) {
    if (matched < delimiter.length) {
      return b == delimiter[matched] && ++matched > 0;
    }
    return switch (tail) {
      case NONE -> b == '-' ? goesOn(Tail.HYPHEN) : padding(b);
      case BLANKS -> padding(b);
      case HYPHEN -> b == '-' && ends(Found.CLOSE);
      case CR -> b == '\n' && ends(Found.PART);
    };
  }

  private boolean padding(byte b) {
    if (b == '\r') {
      return goesOn(Tail.CR);
    }
    boolean room = heldLength < held.length - 2;
    return (b == ' ' || b == '\t') && room && goesOn(Tail.BLANKS);
  }

  private boolean goesOn(Tail next) {
    tail = next;
    return true;
  }

  private boolean ends(Found line) {
    found = line;
    return true;
  }

  /** What was held is content. */
  private void release() {
    if (carried > 0) {
      released = Arrays.copyOf(held, carried);
    }
    reset();
  }

  private void reset() {
    heldLength = 0;
    carried = 0;
    matched = 0;
    tail = Tail.NONE;
  }
}
