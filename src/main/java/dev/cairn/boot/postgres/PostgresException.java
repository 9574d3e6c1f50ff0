package dev.cairn.boot.postgres;

import java.io.Serial;

/**
 * The private PostgreSQL cannot be had; the message is one line for the person who started Cairn.
 */
public final class PostgresException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public PostgresException(String message) {
    super(message);
  }

  public PostgresException(String message, Throwable cause) {
    super(message, cause);
  }
}
