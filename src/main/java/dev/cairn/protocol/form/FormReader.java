package dev.cairn.protocol.form;

import dev.cairn.core.body.AsyncLoop;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Slab;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the head of a form: what comes before its file. */
public final class FormReader {
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String FORM_DATA = "multipart/form-data";

  /** RFC 2046, in characters. */
  private static final int LONGEST_BOUNDARY = 70;

  private final Body body;
  private final FormDecoder decoder;
  private FormFile file;

  private FormReader(Body body, FormDecoder decoder) {
    this.body = body;
    this.decoder = decoder;
  }

  /**
   * Reads up to the file, which is left to its reader; a form without one is read to its end.
   * Whoever gets the form abandons it.
   *
   * <p>Fails with NotAForm where the headers say that the body is none, MalformedForm, and
   * FormTooLarge where there is more before the file than may be.
   *
   * @param headers of the request
   * @param longest everything before the content of the file, in bytes
   */
  public static Uni<Form> read(Body body, Headers headers, int longest) {
    return Uni.createFrom()
        .deferred(() -> new FormReader(body, new FormDecoder(boundary(headers), longest)).read());
  }

  private Uni<Form> read() {
    return AsyncLoop.repeatWhile(() -> body.next().map(this::needsMore))
        .map(head -> new Form(decoder.fields(), Optional.ofNullable(file)))
        .onFailure()
        .invoke(body::abandon);
  }

  private boolean needsMore(Slab slab) {
    if (slab == null) {
      decoder.end();
      return false;
    }
    ByteBuffer bytes = slab.bytes();
    boolean done = false;
    try {
      done = decoder.readHead(bytes);
    } finally {
      if (done && decoder.file() != null) {
        file = new FormFile(body, decoder, slab, bytes);
      } else {
        slab.release();
      }
    }
    return !done;
  }

  private static String boundary(Headers headers) {
    String type = headers.first(CONTENT_TYPE).orElseThrow(() -> new Failure.NotAForm().exception());
    String word = type.split(";", 2)[0].strip();
    if (!word.equalsIgnoreCase(FORM_DATA) || headers.all(CONTENT_TYPE).size() > 1) {
      throw new Failure.NotAForm().exception();
    }
    String boundary = new PartHead.Parameters(type).read(FORM_DATA).get("boundary");
    if (boundary == null
        || boundary.isEmpty()
        || boundary.length() > LONGEST_BOUNDARY
        || boundary.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new Failure.MalformedForm("the boundary is missing or cannot be one").exception();
    }
    return boundary;
  }
}
