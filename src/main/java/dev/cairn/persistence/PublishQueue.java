package dev.cairn.persistence;

import dev.cairn.core.object.Publication;
import dev.cairn.core.object.PublishOutcome;
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
 * Gathers what arrives while the database is busy into one statement, and so one commit, for many.
 * Nothing waits while a lane is free: a single publication is as fast as it would be alone.
 */
final class PublishQueue {
  private static final int LANES = 4;
  private static final int MOST = 64;
  private static final int MOST_WAITING = 4096;

  private final Function<List<Publication>, Uni<List<PublishOutcome>>> publish;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int busy;

  PublishQueue(Function<List<Publication>, Uni<List<PublishOutcome>>> publish) {
    this.publish = publish;
  }

  /** Somebody who waits, and the context on which the answer is expected. */
  private record Waiting(
      Publication publication, UniEmitter<? super PublishOutcome> emitter, Context context) {
    void answer(Runnable answer) {
      if (context == null || context == Vertx.currentContext()) {
        answer.run();
      } else {
        context.runOnContext(ignored -> answer.run());
      }
    }
  }

  Uni<PublishOutcome> publish(Publication publication) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Context context = Vertx.currentContext();
              start(new Waiting(publication, emitter, context));
            });
  }

  private void start(Waiting one) {
    if (takes(one)) {
      run();
    }
  }

  /** Lets one wait; answers whether a lane is free for it. */
  private synchronized boolean takes(Waiting one) {
    if (waiting.size() == MOST_WAITING) {
      one.emitter().fail(new FailureException(DatabaseFailures.unavailable()));
      return false;
    }
    waiting.add(one);
    if (busy == LANES) {
      return false;
    }
    busy++;
    return true;
  }

  /** Runs a lane until nothing waits. */
  private void run() {
    List<Waiting> batch = next();
    if (batch.isEmpty()) {
      return;
    }
    Uni.createFrom()
        .deferred(() -> publish.apply(batch.stream().map(Waiting::publication).toList()))
        .subscribe()
        .with(
            outcomes -> {
              run();
              for (int i = 0; i < batch.size(); i++) {
                Waiting one = batch.get(i);
                PublishOutcome outcome = outcomes.get(i);
                one.answer(() -> one.emitter().complete(outcome));
              }
            },
            failure -> {
              run();
              batch.forEach(one -> one.answer(() -> one.emitter().fail(failure)));
            });
  }

  private synchronized List<Waiting> next() {
    List<Waiting> batch = new ArrayList<>();
    while (batch.size() < MOST && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    if (batch.isEmpty()) {
      busy--;
    }
    return batch;
  }
}
