package dev.cairn.acceptance;

/** A failure as an SDK reports it. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String code;
  private final String requestId;

  public StoreException(int status, String code, String requestId, Throwable cause) {
    super(status + " " + code, cause);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String requestId() {
    return requestId;
  }
}
