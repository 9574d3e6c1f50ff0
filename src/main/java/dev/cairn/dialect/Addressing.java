package dev.cairn.dialect;

import dev.cairn.protocol.RawRequest;

/** Finds bucket and key, host style or path style, in the raw target. */
public interface Addressing {
  /**
   * @throws dev.cairn.model.FailureException InvalidUri; InvalidBucketName for a path that names no
   *     possible bucket; InvalidArgument for U+0000 in a key
   */
  Address locate(RawRequest request);
}
