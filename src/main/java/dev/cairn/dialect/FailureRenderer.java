package dev.cairn.dialect;

import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.RawRequest;
import java.util.Optional;

/** Turns a failure into the dialect's status, code, message and extra elements. */
public interface FailureRenderer {
  /**
   * What is known of the request that failed; the request itself is missing when its head could not
   * be read.
   */
  record Context(RequestId id, Optional<RawRequest> request, Optional<Address> address) {
    /** Whether the answer may have no body. */
    public boolean head() {
      return request.filter(r -> r.method().equals("HEAD")).isPresent();
    }
  }

  Answer render(Failure failure, Context context);

  /** The code alone, for entries of DeleteObjects, the access log and metrics. */
  String code(Failure failure);

  /** The message alone. */
  String message(Failure failure);
}
