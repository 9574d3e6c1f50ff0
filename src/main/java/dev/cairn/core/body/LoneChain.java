package dev.cairn.core.body;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A digest that is computed by itself. */
final class LoneChain implements DigestChain {
  private final Digest digest;
  private final OrderedChain steps;
  private final CompletableFuture<byte[]> value = new CompletableFuture<>();
  private volatile boolean abandoned;

  LoneChain(Digest digest, Executor executor) {
    this.digest = digest;
    this.steps = new OrderedChain(executor);
  }

  @Override
  public void add(Slab slab, Runnable done) {
    steps.add(
        () -> {
          try {
            if (!abandoned) {
              digest.update(slab.bytes());
            }
          } catch (Throwable e) {
            value.completeExceptionally(e);
          } finally {
            done.run();
          }
        });
  }

  @Override
  public CompletableFuture<byte[]> value() {
    steps.add(
        () -> {
          try {
            value.complete(digest.value());
          } catch (Throwable e) {
            value.completeExceptionally(e);
          }
        });
    return value;
  }

  @Override
  public void abandon() {
    abandoned = true;
  }
}
