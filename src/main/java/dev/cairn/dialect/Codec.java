package dev.cairn.dialect;

import dev.cairn.core.Call;
import dev.cairn.core.Input;
import dev.cairn.protocol.Answer;

/** Reads the input of one operation from the wire, and writes its result. */
public interface Codec<I extends Input<R>, R> {
  /** What led to a result: results are written in the words of the request. */
  record Exchange<I>(RequestHead head, Call call, I input, RequestId id) {}

  /**
   * Fails with a {@link dev.cairn.model.FailureException} for everything that the head gets wrong.
   */
  Decoded<I> decode(RequestHead head);

  /**
   * The answer. Fails with a {@link dev.cairn.model.FailureException} where the dialect takes a
   * result for a failure (a bucket that the caller owned already, say).
   */
  Answer encode(R result, Exchange<I> exchange);
}
