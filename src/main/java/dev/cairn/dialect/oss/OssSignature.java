package dev.cairn.dialect.oss;

import dev.cairn.model.AccessKey;

/** A signature that is well-formed and not out of date, and that nobody has verified yet. */
interface OssSignature {
  /** Whose it says it is. */
  String accessKeyId();

  /**
   * Compares the signature with the one that the key makes.
   *
   * @throws dev.cairn.model.FailureException {@link dev.cairn.model.Failure.SignatureMismatch}
   */
  void verify(AccessKey key);
}
