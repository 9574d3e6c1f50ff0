package dev.cairn.dialect.s2;

import dev.cairn.dialect.RequestHead;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;

/** The length of an object or part, which S2 wants to be told before it comes. */
final class S2Lengths {
  private static final String DECODED = "x-amz-decoded-content-length";
  private static final String SIGNED_CHUNKS = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

  private S2Lengths() {}

  /**
   * @throws dev.cairn.model.FailureException MissingContentLength; InvalidRequest for chunks that
   *     do not say how long they are, signed or not
   */
  static void check(RequestHead head) {
    Headers headers = head.headers();
    boolean signedChunks =
        headers
            .first(S2Signatures.PAYLOAD_HASH)
            .filter(hash -> hash.startsWith(SIGNED_CHUNKS))
            .isPresent();
    if (signedChunks) {
      if (head.raw().contentLength().isEmpty()) {
        throw refused("signed chunks need a Content-Length");
      }
      if (headers.first(DECODED).filter(length -> length.matches("[0-9]{1,18}")).isEmpty()) {
        throw refused(DECODED + " must be a number");
      }
    }
    if (head.raw().contentLength().isEmpty() && !headers.has(DECODED)) {
      throw new Failure.MissingContentLength().exception();
    }
  }

  private static RuntimeException refused(String reason) {
    return new Failure.InvalidRequest(reason).exception();
  }
}
