package dev.cairn.core.body;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Repeats an asynchronous step for as long as it answers true. Unlike chained {@link Uni}s it needs
 * the same stack and memory for ten thousand slabs as for one, also when steps complete at once.
 */
public final class AsyncLoop {
  private final Supplier<Uni<Boolean>> step;
  private final UniEmitter<? super Void> end;

  /** Steps that are to be taken; above one while a step completed at once. */
  private final AtomicInteger due = new AtomicInteger();

  private AsyncLoop(Supplier<Uni<Boolean>> step, UniEmitter<? super Void> end) {
    this.step = step;
    this.end = end;
  }

  /** Completes when the step answers false; fails with the step. Cancelling it does not stop it. */
  public static Uni<Void> repeatWhile(Supplier<Uni<Boolean>> step) {
    return Uni.createFrom().emitter(end -> new AsyncLoop(step, end).advance());
  }

  private void advance() {
    if (due.getAndIncrement() == 0) {
      do {
        takeStep();
      } while (due.decrementAndGet() != 0);
    }
  }

  private void takeStep() {
    Uni<Boolean> next;
    try {
      next = step.get();
    } catch (RuntimeException e) {
      end.fail(e);
      return;
    }
    next.subscribe().with(this::stepped, end::fail);
  }

  private void stepped(boolean again) {
    if (again) {
      advance();
    } else {
      end.complete(null);
    }
  }
}
