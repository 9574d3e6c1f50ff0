package dev.cairn.core.body;

import java.util.concurrent.CompletableFuture;

/** One digest of slabs that come one after the other; computed on other threads. */
interface DigestChain {
  /**
   * Takes the next slab, which the caller holds until it is done.
   *
   * @param done runs when the bytes are digested, or will not be
   */
  void add(Slab slab, Runnable done);

  /** The value, when every slab is digested; the last call but for {@link #abandon()}. */
  CompletableFuture<byte[]> value();

  /** Nobody wants the value: what waits is done unread. */
  void abandon();
}
