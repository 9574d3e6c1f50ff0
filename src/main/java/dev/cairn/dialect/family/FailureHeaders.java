package dev.cairn.dialect.family;

import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import java.time.Duration;

/** The headers in which HTTP itself, in any dialect, tells the facts of a failure. */
public final class FailureHeaders {
  private FailureHeaders() {}

  public static Headers of(Failure failure) {
    return switch (failure) {
      case Failure.InvalidRange f -> header("Content-Range", "bytes */" + f.size());
      case Failure.MethodNotAllowed f -> header("Allow", String.join(", ", f.allowed()));
      case Failure.Unavailable f -> retryAfter(f.retryAfter());
      case Failure.TooManyRequests f -> retryAfter(f.retryAfter());
      default -> Headers.NONE;
    };
  }

  private static Headers retryAfter(Duration pause) {
    return header("Retry-After", Long.toString(Math.max(1, pause.toSeconds())));
  }

  private static Headers header(String name, String value) {
    return Headers.builder().add(name, value).build();
  }
}
