package dev.cairn.persistence;

import java.io.Serial;

/** Everything in a transaction was done, its commit was sent, and no answer came. */
final class LostCommitException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String transaction;
  private final transient Object result;

  /**
   * @param transaction its id, as the database writes it
   * @param result what the transaction comes to if it was committed
   */
  LostCommitException(String transaction, Object result, Throwable cause) {
    super(cause.toString(), cause, false, false);
    this.transaction = transaction;
    this.result = result;
  }

  String transaction() {
    return transaction;
  }

  Object result() {
    return result;
  }
}
