package dev.cairn.protocol;

/**
 * Checks the signatures of one aws-chunked body, each of which covers the one before: stateful,
 * asked in the order of the chunks, never by two threads at once.
 */
public interface ChunkSignatures {
  /**
   * The next chunk, the last (empty) one included.
   *
   * @param sha256 of the chunk's bytes
   * @param signature 64 hex digits as they were sent
   * @throws dev.cairn.model.FailureException {@link dev.cairn.model.Failure.SignatureMismatch}
   */
  void verifyChunk(byte[] sha256, String signature);

  /**
   * The trailers, after the last chunk.
   *
   * @param sha256 of the trailer text: {@code name:value} and a line feed for each
   * @param signature as it was sent
   * @throws dev.cairn.model.FailureException {@link dev.cairn.model.Failure.SignatureMismatch}
   */
  void verifyTrailer(byte[] sha256, String signature);
}
