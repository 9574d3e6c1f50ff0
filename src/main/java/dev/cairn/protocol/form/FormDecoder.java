package dev.cairn.protocol.form;

import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a form apart: fields up to the file, the file, and what follows it, which is only counted.
 * A state machine that is fed whatever pieces the network makes of the form, by one thread at a
 * time.
 */
final class FormDecoder {
  /** In bytes: everything after the content of the file. */
  static final int TAIL_LIMIT = 1024 * 1024;

  private static final String FILE = "file";

  private enum State {
    PREAMBLE,
    PART_HEAD,
    FIELD,
    FILE,
    IGNORED,
    CLOSED
  }

  private final BoundaryMatcher boundary;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final Headers.Builder fields = Headers.builder();
  private final List<String> lines = new ArrayList<>();

  private State state = State.PREAMBLE;
  private PartHead part;
  private PartHead file;
  private int files;
  private final int headLimit;
  private int limit;
  private int left;
  private int ofPartHead;
  private byte[] released = {};

  /**
   * @param headLimit in bytes: everything before the content of the file
   */
  FormDecoder(String boundary, int headLimit) {
    this.boundary = new BoundaryMatcher(boundary);
    this.headLimit = headLimit;
    this.limit = headLimit;
    this.left = headLimit;
  }

  /**
   * Reads up to the content of the file; all of the piece, where it does not come so far.
   *
   * @return whether there is no more head to come: the file begins here, or the form has none
   * @throws dev.cairn.model.FailureException MalformedForm; FormTooLarge
   */
  boolean readHead(ByteBuffer bytes) {
    while (bytes.hasRemaining() && state != State.FILE && state != State.CLOSED) {
      step(bytes);
    }
    return state == State.FILE || state == State.CLOSED;
  }

  /**
   * Reads all of a piece, after the head.
   *
   * @return what of it is content of the file: its limit is moved there
   * @throws dev.cairn.model.FailureException MalformedForm; FormTooLarge
   */
  ByteBuffer readFile(ByteBuffer bytes) {
    ByteBuffer ofFile = bytes.duplicate().limit(bytes.position());
    released = new byte[0];
    if (state == State.FILE) {
      BoundaryMatcher.Found found = boundary.scan(bytes);
      released = boundary.released();
      ofFile.limit(boundary.contentEnd());
      if (found != BoundaryMatcher.Found.NOTHING) {
        limit = TAIL_LIMIT;
        left = TAIL_LIMIT;
        enter(found);
      }
    }
    while (bytes.hasRemaining()) {
      step(bytes);
    }
    return ofFile;
  }

  /** Content of the file that came with earlier pieces, and goes before that of the last one. */
  byte[] released() {
    return released;
  }

  /**
   * The other side has sent everything.
   *
   * @throws dev.cairn.model.FailureException MalformedForm
   */
  void end() {
    if (state != State.CLOSED) {
      throw new Failure.MalformedForm("the form does not end").exception();
    }
  }

  Headers fields() {
    return fields.build();
  }

  /** Null as long as there was none. */
  PartHead file() {
    return file;
  }

  /** Number of files so far. */
  int files() {
    return files;
  }

  private void step(ByteBuffer bytes) {
    int before = bytes.position();
    switch (state) {
      case PREAMBLE, FIELD, IGNORED -> content(bytes);
      case PART_HEAD -> partHead(bytes);
      case CLOSED -> bytes.position(bytes.limit());
      case FILE -> throw new IllegalStateException("a file is no head");
    }
    requireRoom(bytes.position() - before);
    left -= bytes.position() - before;
  }

  private void content(ByteBuffer bytes) {
    int start = bytes.position();
    BoundaryMatcher.Found found = boundary.scan(bytes);
    if (state == State.FIELD) {
      content.writeBytes(boundary.released());
      requireRoom(boundary.contentEnd() - start);
      byte[] piece = new byte[boundary.contentEnd() - start];
      bytes.get(start, piece);
      content.writeBytes(piece);
    }
    if (found != BoundaryMatcher.Found.NOTHING) {
      if (state == State.FIELD) {
        fields.add(part.name(), taken());
      }
      enter(found);
    }
  }

  private void enter(BoundaryMatcher.Found found) {
    state = found == BoundaryMatcher.Found.PART ? State.PART_HEAD : State.CLOSED;
  }

  private void requireRoom(int bytes) {
    if (bytes > left) {
      throw new Failure.FormTooLarge(limit).exception();
    }
  }

  private void partHead(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte b = bytes.get();
      if (++ofPartHead > headLimit) {
        throw new Failure.FormTooLarge(headLimit).exception();
      }
      if (b != '\n') {
        content.write(b);
        continue;
      }
      String line = taken();
      if (!line.endsWith("\r")) {
        throw new Failure.MalformedForm("a header does not end with CR LF").exception();
      }
      if (line.length() == 1) {
        begin(PartHead.parse(lines));
        return;
      }
      lines.add(line.substring(0, line.length() - 1));
    }
  }

  private void begin(PartHead next) {
    lines.clear();
    ofPartHead = 0;
    part = next;
    boolean isFile = next.name().equalsIgnoreCase(FILE);
    files += isFile ? 1 : 0;
    if (file != null) {
      state = State.IGNORED;
    } else if (isFile) {
      file = next;
      state = State.FILE;
    } else {
      state = State.FIELD;
    }
  }

  private String taken() {
    String text = content.toString(StandardCharsets.ISO_8859_1);
    content.reset();
    return text;
  }
}
