package dev.cairn.model;

import java.io.Serial;

/**
 * Carries a {@link Failure} up to the dialect that renders it. Has no stack: it is an answer, not a
 * bug.
 */
public final class FailureException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public FailureException(Failure failure) {
    super(failure.toString(), null, false, false);
    this.failure = failure;
  }

  public FailureException(Failure failure, Throwable cause) {
    super(failure.toString(), cause, false, true);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
