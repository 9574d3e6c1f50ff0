package dev.cairn.protocol;

import dev.cairn.core.body.Claims;
import dev.cairn.model.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Takes aws-chunked framing off: {@code size[;chunk-signature=…]} CRLF, bytes, CRLF for each chunk,
 * an empty chunk, trailers where the form has them, CRLF. A state machine that is fed whatever
 * pieces the network makes of it, by one thread at a time.
 */
final class AwsChunkedDecoder {
  /** Chunks below this, other than the last with bytes, are refused where they are signed. */
  static final long MINIMUM_SIGNED_CHUNK = 8192;

  private enum State {
    HEADER,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILERS,
    END_CR,
    END_LF,
    OVER
  }

  private final long decodedLength;
  private final Optional<ChunkSignatures> signatures;
  private final Optional<TrailerSection> trailers;
  private final MessageDigest sha256;
  private final Line line = new Line();

  private State state = State.HEADER;
  private ChunkHeader chunk;
  private int chunks;
  private long leftOfChunk;
  private long received;

  AwsChunkedDecoder(
      long decodedLength,
      Optional<ChunkSignatures> signatures,
      Optional<AnnouncedTrailers> trailers) {
    this.decodedLength = decodedLength;
    this.signatures = signatures;
    this.trailers = trailers.map(announced -> new TrailerSection(announced, signatures));
    this.sha256 = signatures.isPresent() ? Hashes.newSha256() : null;
  }

  /**
   * Reads all of the buffer and closes its payload up: moves it to where the buffer's position was.
   *
   * @return number of bytes of payload
   * @throws dev.cairn.model.FailureException MalformedChunk, MalformedTrailer, ChunkTooSmall,
   *     BodyTooLong, IncompleteBody, SignatureMismatch
   */
  int decode(ByteBuffer bytes) {
    int start = bytes.position();
    int end = start;
    while (bytes.hasRemaining()) {
      if (state == State.DATA) {
        end += data(bytes, end);
      } else {
        framing(bytes.get());
      }
    }
    return end - start;
  }

  /**
   * The other side has sent everything.
   *
   * @throws dev.cairn.model.FailureException IncompleteBody
   */
  void end() {
    if (state != State.OVER) {
      throw new Failure.IncompleteBody(decodedLength, received).exception();
    }
  }

  /** What the trailers claim; complete after {@link #end()}. */
  Claims claims() {
    return trailers.map(TrailerSection::claims).orElse(Claims.NONE);
  }

  private int data(ByteBuffer bytes, int target) {
    int at = bytes.position();
    int count = (int) Math.min(leftOfChunk, bytes.remaining());
    if (sha256 != null) {
      sha256.update(bytes.slice(at, count));
    }
    if (target != at) {
      bytes.put(target, bytes, at, count);
    }
    bytes.position(at + count);
    received += count;
    leftOfChunk -= count;
    if (leftOfChunk == 0) {
      verifyChunk();
      state = State.DATA_CR;
    }
    return count;
  }

  private void framing(byte b) {
    switch (state) {
      case HEADER -> {
        if (line.add(b)) {
          header(ChunkHeader.parse(line.take(), signatures.isPresent()));
        }
      }
      case DATA_CR -> expect(b, '\r', State.DATA_LF);
      case DATA_LF -> expect(b, '\n', State.HEADER);
      case TRAILERS -> {
        if (trailers.orElseThrow().add(b)) {
          state = State.OVER;
        }
      }
      case END_CR -> expect(b, '\r', State.END_LF);
      case END_LF -> expect(b, '\n', State.OVER);
      case OVER -> throw malformed("bytes after the end");
      case DATA -> throw new IllegalStateException("data is no framing");
    }
  }

  private void header(ChunkHeader next) {
    if (next.size() > decodedLength - received) {
      throw new Failure.BodyTooLong(decodedLength).exception();
    }
    boolean last = next.size() == 0;
    if (last && received < decodedLength) {
      throw new Failure.IncompleteBody(decodedLength, received).exception();
    }
    if (!last && signatures.isPresent() && chunks > 0 && chunk.size() < MINIMUM_SIGNED_CHUNK) {
      throw new Failure.ChunkTooSmall(chunks, chunk.size(), MINIMUM_SIGNED_CHUNK).exception();
    }
    chunk = next;
    chunks++;
    leftOfChunk = next.size();
    if (last) {
      verifyChunk();
      state = trailers.isPresent() ? State.TRAILERS : State.END_CR;
    } else {
      state = State.DATA;
    }
  }

  private void verifyChunk() {
    if (sha256 != null) {
      signatures.orElseThrow().verifyChunk(sha256.digest(), chunk.signature());
    }
  }

  private void expect(byte b, char wanted, State then) {
    if (b != wanted) {
      throw malformed("a chunk does not end where it should");
    }
    state = then;
  }

  private static RuntimeException malformed(String reason) {
    return new Failure.MalformedChunk(reason).exception();
  }

  /** The line that heads a chunk, as far as it has come. */
  private static final class Line {
    private static final int LIMIT = 1024;

    private final byte[] bytes = new byte[LIMIT];
    private int length;

    /** Whether the line is whole now. */
    boolean add(byte b) {
      if (b == '\n') {
        if (length == 0 || bytes[length - 1] != '\r') {
          throw malformed("a chunk header does not end with CR LF");
        }
        length--;
        return true;
      }
      if (length == LIMIT) {
        throw malformed("a chunk header is too long");
      }
      bytes[length++] = b;
      return false;
    }

    String take() {
      String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
      length = 0;
      return text;
    }
  }
}
