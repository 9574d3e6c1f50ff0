package dev.cairn.persistence;

import java.io.Serial;
import java.util.Optional;

/**
 * A statement that commits by itself was sent, and no answer came: it has happened, will happen, or
 * never will.
 */
final class LostAnswerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int process;

  LostAnswerException(int process, Throwable cause) {
    super(cause.toString(), cause, false, false);
    this.process = process;
  }

  /** The server's process that has the statement, or had it. */
  int process() {
    return process;
  }

  static boolean isIn(Throwable thrown) {
    return in(thrown).isPresent();
  }

  static Optional<LostAnswerException> in(Throwable thrown) {
    return DatabaseFailures.caused(thrown, LostAnswerException.class);
  }
}
