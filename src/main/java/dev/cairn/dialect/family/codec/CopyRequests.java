package dev.cairn.dialect.family.codec;

import dev.cairn.core.Input;
import dev.cairn.core.body.Claims;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Decoded.Rest;
import dev.cairn.dialect.RequestHead;
import dev.cairn.model.Failure;
import java.util.Optional;

/** Completes a copy request: its bytes come from the source, so that it has none of its own. */
final class CopyRequests {
  /** Enough for what frames an empty body. */
  private static final int LIMIT = 1024;

  private CopyRequests() {}

  static <I extends Input<?>> Decoded<I> of(RequestHead head, I input, Decoded.Source source) {
    if (!head.raw().hasBody()) {
      return Decoded.of(input, source);
    }
    if (head.raw().contentLength().orElse(0) > LIMIT) {
      throw refused();
    }
    // Whether a chunked body is empty is only known when it has been read.
    Rest<I> rest = new Rest.Document<>(LIMIT, Claims.NONE, bytes -> withoutBody(bytes, input));
    return new Decoded<>(rest, Optional.of(source), Optional.empty());
  }

  private static <I> I withoutBody(byte[] body, I input) {
    if (body.length > 0) {
      throw refused();
    }
    return input;
  }

  private static RuntimeException refused() {
    return new Failure.InvalidRequest("A copy request cannot have a body").exception();
  }
}
