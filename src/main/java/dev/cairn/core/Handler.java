package dev.cairn.core;

import io.smallrye.mutiny.Uni;

/** Does one operation. Callers, and the buckets of the call, are authenticated and authorised. */
public interface Handler<I extends Input<R>, R> {
  /** The input record that this handler takes: how {@link Operations} finds it. */
  Class<I> input();

  /** Fails with a {@link dev.cairn.model.FailureException} for everything that can be foreseen. */
  Uni<R> handle(Call call, I input);
}
