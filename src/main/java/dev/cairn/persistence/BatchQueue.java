package dev.cairn.persistence;

import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * Gathers what arrives while the database is busy into one statement, and so one round trip and one
 * commit, for many. Nothing waits while a lane is free: what comes alone is as fast as it would be
 * without a queue.
 *
 * @param <T> what is asked for
 * @param <R> its answer
 */
final class BatchQueue<T, R> {
  /** While the database does one batch, the answers of another are on their way. */
  static final int LANES = 2;

  static final int MOST = 64;
  private static final int MOST_WAITING = 4096;

  private final Function<List<T>, Uni<List<R>>> work;
  private final Queue<Waiting<T, R>> waiting = new ArrayDeque<>();
  private int busy;

  /**
   * @param work answers a batch, in its order
   */
  BatchQueue(Function<List<T>, Uni<List<R>>> work) {
    this.work = work;
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

  /** What is to be done with somebody who arrives. */
  private enum Admission {
    RUN_LANE,
    WAIT,
    REFUSE
  }

  Uni<R> ask(T asked) {
    return Uni.createFrom()
        .emitter(emitter -> start(new Waiting<>(asked, emitter, Vertx.currentContext())));
  }

  private void start(Waiting<T, R> one) {
    switch (admit(one)) {
      case RUN_LANE -> run();
      case WAIT -> {}
      case REFUSE -> one.fail(new FailureException(DatabaseFailures.unavailable()));
    }
  }

  private synchronized Admission admit(Waiting<T, R> one) {
    if (waiting.size() == MOST_WAITING) {
      return Admission.REFUSE;
    }
    waiting.add(one);
    if (busy == LANES) {
      return Admission.WAIT;
    }
    busy++;
    return Admission.RUN_LANE;
  }

  /** Runs a lane until nothing waits. */
  private void run() {
    List<Waiting<T, R>> batch = next();
    if (batch.isEmpty()) {
      return;
    }
    Uni.createFrom()
        .deferred(() -> work.apply(batch.stream().map(Waiting::asked).toList()))
        .subscribe()
        .with(
            answers -> {
              run();
              for (int i = 0; i < batch.size(); i++) {
                batch.get(i).complete(answers.get(i));
              }
            },
            failure -> {
              // Whoever waits for a database in trouble has waited for as long as this batch.
              List<Waiting<T, R>> behind = isTrouble(failure) ? abandon() : List.of();
              run();
              batch.forEach(one -> one.fail(failure));
              behind.forEach(one -> one.fail(failure));
            });
  }

  private static boolean isTrouble(Throwable failure) {
    return failure instanceof FailureException known
        && known.failure() instanceof Failure.Unavailable;
  }

  /** The next batch of a lane, which is free again when there is none. */
  private synchronized List<Waiting<T, R>> next() {
    List<Waiting<T, R>> batch = new ArrayList<>();
    while (batch.size() < MOST && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    if (batch.isEmpty()) {
      busy--;
    }
    return batch;
  }

  private synchronized List<Waiting<T, R>> abandon() {
    List<Waiting<T, R>> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }
}
