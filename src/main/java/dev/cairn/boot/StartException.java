package dev.cairn.boot;

import java.io.Serial;

/**
 * Why the service does not start: one line that names what is to be changed, and shows no secret.
 */
public final class StartException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public StartException(String message) {
    super(message);
  }

  public StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
