package dev.cairn.dialect.family.signature;

import dev.cairn.model.AccessKey;
import dev.cairn.protocol.ChunkSignatures;
import java.util.Optional;

/** A signature that is well-formed and not out of date, and that nobody has verified yet. */
interface SignatureClaim {
  /** Whose it says it is. */
  String accessKeyId();

  /**
   * Compares the signature with the one that the key makes.
   *
   * @return what verifies the signatures of a chunked body, of a kind of signature that has them
   * @throws dev.cairn.model.FailureException {@link dev.cairn.model.Failure.SignatureMismatch}
   */
  Optional<ChunkSignatures> verify(AccessKey key);
}
