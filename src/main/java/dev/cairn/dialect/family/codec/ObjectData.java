package dev.cairn.dialect.family.codec;

import dev.cairn.core.Input;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import java.util.function.Function;

/** Awaits the bytes of an object or part: how many there may be, and whether the head says so. */
final class ObjectData {
  private final Vocabulary words;

  ObjectData(Vocabulary words) {
    this.words = words;
  }

  /**
   * @throws dev.cairn.model.FailureException MissingContentLength for a body without any length or
   *     framing; EntityTooLarge where the head already says that there is too much
   */
  <I extends Input<?>> Decoded<I> await(
      RequestHead head, Claims claims, Function<Body, I> toInput) {
    boolean decoded = head.headers().has(words.header("decoded-content-length"));
    if (head.raw().contentLength().isEmpty() && !decoded && !head.raw().chunked()) {
      throw new Failure.MissingContentLength().exception();
    }
    long limit = words.limits().entityBytes();
    // Chunk framing adds to the declared length: the payload is counted as it comes.
    if (!decoded && head.raw().contentLength().orElse(0) > limit) {
      throw new Failure.EntityTooLarge(head.raw().contentLength().getAsLong(), limit).exception();
    }
    return Decoded.awaiting(new Decoded.Rest.Data<>(limit, claims, toInput));
  }
}
