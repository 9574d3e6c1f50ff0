package dev.cairn.dialect;

import dev.cairn.protocol.RawRequest;

/**
 * How a dialect whose requests say in a form what they ask for is read: the form is short, and part
 * of the head.
 */
public interface RequestForm {
  /** In bytes; a longer one is DocumentTooLarge. */
  int limit();

  /**
   * The request as if its parameters had come with its target. It has no body any more.
   *
   * @param form the whole body, as it came
   * @throws dev.cairn.model.FailureException InvalidUri for a form that cannot be decoded
   */
  RawRequest read(RawRequest request, byte[] form);
}
