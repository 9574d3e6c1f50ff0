package dev.cairn.dialect;

import dev.cairn.model.Caller;
import dev.cairn.protocol.Headers;
import java.util.Optional;

/** The headers that a dialect has on every answer: request ids, server, requester. */
public interface CommonHeaders {
  /**
   * @param caller empty when authentication failed or was not reached
   */
  Headers of(RequestId id, Optional<Caller> caller);
}
