package dev.cairn.protocol;

import dev.cairn.core.body.Content;

/** A response: what a codec or a failure renderer returns, and the gateway alone writes. */
public record Answer(int status, Headers headers, Payload payload) {
  /** The bytes of a response. Content-Length follows from it. */
  public sealed interface Payload {
    /** Number of bytes that the client gets of it. */
    default long length() {
      return switch (this) {
        case None none -> 0;
        case Document document -> document.bytes().length;
        case Stream stream -> stream.content().length();
        case LengthOnly only -> 0;
      };
    }

    /** No body; {@code Content-Length: 0} where the status allows one. */
    record None() implements Payload {}

    /** A document. */
    record Document(byte[] bytes) implements Payload {}

    /** Stored bytes. Whoever writes the answer, or fails to, closes the content. */
    record Stream(Content content) implements Payload {}

    /** Of HEAD: the length that GET would have, and no body. */
    record LengthOnly(long announced) implements Payload {}
  }

  public static Answer empty(int status, Headers headers) {
    return new Answer(status, headers, new Payload.None());
  }

  public static Answer document(int status, Headers headers, byte[] document) {
    return new Answer(status, headers, new Payload.Document(document));
  }
}
