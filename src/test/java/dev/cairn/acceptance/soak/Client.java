package dev.cairn.acceptance.soak;

/** Somebody who uses the service again and again. */
interface Client extends AutoCloseable {
  /** Does one thing. */
  void step() throws Exception;

  /** Takes away what is its own. */
  @Override
  default void close() throws Exception {}
}
