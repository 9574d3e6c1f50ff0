package dev.cairn.dialect.family.codec;

import dev.cairn.core.Input;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import java.util.Optional;
import java.util.OptionalLong;
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
    OptionalLong length = declaredLength(head);
    if (length.isEmpty() && !head.raw().chunked() && head.raw().contentLength().isEmpty()) {
      throw new Failure.MissingContentLength().exception();
    }
    long limit = words.limits().entityBytes();
    if (length.orElse(0) > limit) {
      throw new Failure.EntityTooLarge(length.getAsLong(), limit).exception();
    }
    return Decoded.awaiting(new Decoded.Rest.Data<>(limit, claims, words.surplus(), toInput));
  }

  /** The length of the payload: chunk framing adds to that of the body. */
  OptionalLong declaredLength(RequestHead head) {
    Optional<String> decoded = head.headers().first(words.header("decoded-content-length"));
    if (decoded.isEmpty()) {
      return head.raw().contentLength();
    }
    // One that is no number is for whoever takes the framing off to refuse.
    return decoded.get().matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(decoded.get()))
        : OptionalLong.empty();
  }
}
