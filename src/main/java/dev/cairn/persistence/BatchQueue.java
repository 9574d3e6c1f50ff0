package dev.cairn.persistence;

import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Gathers what arrives while the database is busy into one statement, and so one round trip and one
 * commit, for many. What comes alone waits for nothing. The fewer batches, the less each of their
 * items costs, so there is one at a time, unless it takes long or a whole batch waits behind it.
 *
 * @param <T> what is asked for
 * @param <R> its answer
 */
final class BatchQueue<T, R> {
  static final int MOST = 64;
  static final int MOST_AT_ONCE = 4;

  /** A batch that is younger will soon be done, and then what waits is the next one. */
  static final long SOON_NANOS = 20_000_000;

  private static final int MOST_WAITING = 4096;

  private final Function<List<T>, Uni<List<R>>> work;
  private final LongSupplier nanoTime;
  private final Queue<Waiting<T, R>> waiting = new ArrayDeque<>();
  private final Set<Batch<T, R>> underWay = new HashSet<>();

  /**
   * @param work answers a batch, in its order
   */
  BatchQueue(Function<List<T>, Uni<List<R>>> work) {
    this(work, System::nanoTime);
  }

  BatchQueue(Function<List<T>, Uni<List<R>>> work, LongSupplier nanoTime) {
    this.work = work;
    this.nanoTime = nanoTime;
  }

  /** Somebody who waits, and the context on which the answer is expected. */
  private record Waiting<T, R>(T asked, UniEmitter<? super R> emitter, Context context) {
    void complete(R answer) {
      onContext(() -> emitter.complete(answer));
    }

    void fail(Throwable failure) {
      onContext(() -> emitter.fail(failure));
    }

    private void onContext(Runnable answer) {
      if (context == null || context == Vertx.currentContext()) {
        answer.run();
      } else {
        context.runOnContext(ignored -> answer.run());
      }
    }
  }

  /** What one statement does; each is itself only. */
  private static final class Batch<T, R> {
    private final long begun;
    private final List<Waiting<T, R>> items = new ArrayList<>();

    Batch(long begun) {
      this.begun = begun;
    }
  }

  Uni<R> ask(T asked) {
    return Uni.createFrom()
        .emitter(emitter -> start(new Waiting<>(asked, emitter, Vertx.currentContext())));
  }

  private void start(Waiting<T, R> one) {
    if (admit(one)) {
      next().ifPresent(this::run);
    } else {
      one.fail(new FailureException(DatabaseFailures.unavailable()));
    }
  }

  private synchronized boolean admit(Waiting<T, R> one) {
    return waiting.size() < MOST_WAITING && waiting.add(one);
  }

  /** What waits, if it is to wait no longer. */
  private synchronized Optional<Batch<T, R>> next() {
    if (waiting.isEmpty() || !isAnotherWorthIt()) {
      return Optional.empty();
    }
    Batch<T, R> batch = new Batch<>(nanoTime.getAsLong());
    while (batch.items.size() < MOST && !waiting.isEmpty()) {
      batch.items.add(waiting.remove());
    }
    underWay.add(batch);
    return Optional.of(batch);
  }

  private boolean isAnotherWorthIt() {
    if (underWay.isEmpty()) {
      return true;
    }
    long now = nanoTime.getAsLong();
    return underWay.size() < MOST_AT_ONCE
        && (waiting.size() >= MOST
            || underWay.stream().noneMatch(batch -> now - batch.begun < SOON_NANOS));
  }

  private synchronized Optional<Batch<T, R>> after(Batch<T, R> done) {
    underWay.remove(done);
    return next();
  }

  private void run(Batch<T, R> batch) {
    Uni.createFrom()
        .deferred(() -> work.apply(batch.items.stream().map(Waiting::asked).toList()))
        .subscribe()
        .with(
            answers -> {
              after(batch).ifPresent(this::run);
              for (int i = 0; i < batch.items.size(); i++) {
                batch.items.get(i).complete(answers.get(i));
              }
            },
            failure -> {
              // Whoever waits for a database in trouble has waited for as long as this batch.
              List<Waiting<T, R>> behind = isTrouble(failure) ? abandon() : List.of();
              after(batch).ifPresent(this::run);
              batch.items.forEach(one -> one.fail(failure));
              behind.forEach(one -> one.fail(failure));
            });
  }

  private static boolean isTrouble(Throwable failure) {
    return failure instanceof FailureException known
        && known.failure() instanceof Failure.Unavailable;
  }

  private synchronized List<Waiting<T, R>> abandon() {
    List<Waiting<T, R>> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }
}
