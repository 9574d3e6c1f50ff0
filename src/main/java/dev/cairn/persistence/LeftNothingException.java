package dev.cairn.persistence;

import java.io.Serial;

/** Work failed and left nothing behind; it may be worth another attempt. */
final class LeftNothingException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  LeftNothingException(Throwable cause) {
    super(cause.toString(), cause, false, false);
  }
}
