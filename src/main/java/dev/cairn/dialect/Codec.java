package dev.cairn.dialect;

import dev.cairn.core.Input;
import dev.cairn.protocol.Answer;

/** Reads the input of one operation from the wire, and writes its result. */
public interface Codec<I extends Input<R>, R> {
  /**
   * Fails with a {@link dev.cairn.model.FailureException} for everything that the head gets wrong.
   */
  Decoded<I> decode(RequestHead head);

  Answer encode(R result, RequestHead head);
}
