package dev.cairn.dialect;

import io.smallrye.mutiny.Uni;

/** Finds out who signed a request. */
public interface Authenticator {
  /**
   * The caller, {@link dev.cairn.model.Caller.Anonymous} when nothing was signed. Fails for
   * anything that was signed and does not hold.
   */
  Uni<Authentication> authenticate(RequestHead head);

  /** The headers that take effect: the request's and those hoisted into a presigned URL. */
  dev.cairn.protocol.Headers effectiveHeaders(dev.cairn.protocol.RawRequest request);
}
