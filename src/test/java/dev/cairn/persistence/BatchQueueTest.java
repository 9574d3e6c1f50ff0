package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.object.Publication;
import dev.cairn.core.object.PublishOutcome;
import dev.cairn.core.object.PublishOutcome.Published;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.FailureException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchQueueTest {
  private static final Bucket BUCKET =
      new Bucket(1, new BucketName("b"), TestDatabase.OWNER, "", Instant.EPOCH);

  /** Batches that were handed on, each with the answer that the test gives. */
  private final List<List<Publication>> batches = new ArrayList<>();

  private final List<CompletableFuture<List<PublishOutcome>>> answers = new ArrayList<>();
  private final BatchQueue<Publication, PublishOutcome> queue =
      new BatchQueue<>(
          batch -> {
            batches.add(batch);
            answers.add(new CompletableFuture<>());
            return Uni.createFrom().completionStage(answers.getLast());
          });

  private CompletableFuture<PublishOutcome> publish(int i) {
    return queue.ask(Samples.inline(BUCKET, "key-" + i, "x")).subscribeAsCompletionStage();
  }

  private void answer(int batch) {
    answers
        .get(batch)
        .complete(
            batches.get(batch).stream()
                .map(each -> (PublishOutcome) new Published(timeOf(each)))
                .toList());
  }

  /** A time that tells whose it is. */
  private static Instant timeOf(Publication publication) {
    return Instant.ofEpochSecond(Long.parseLong(publication.key().value().substring(4)));
  }

  @Test
  void handsOnAtOnceWhileALaneIsFree() {
    for (int i = 0; i < 4; i++) {
      publish(i);
    }

    assertThat(batches).hasSize(4).allMatch(batch -> batch.size() == 1);
  }

  @Test
  void gathersWhatArrivesMeanwhile() {
    List<CompletableFuture<PublishOutcome>> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(publish(i));
    }

    answer(0);
    answer(1);
    for (int batch = 2; batch < 6; batch++) {
      answer(batch);
    }

    assertThat(batches).extracting(List::size).containsExactly(1, 1, 1, 1, 64, 32);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i)).isCompletedWithValue(new Published(Instant.ofEpochSecond(i)));
    }
    publish(100);
    assertThat(batches).hasSize(7);
  }

  @Test
  void failsThoseOfAFailedBatchAndGoesOn() {
    List<CompletableFuture<PublishOutcome>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(publish(i));
    }

    answers.get(0).completeExceptionally(new IllegalStateException("broken"));
    answers.get(4).completeExceptionally(new IllegalStateException("broken"));
    all.add(publish(6));
    answer(5);

    assertThat(all.get(0)).isCompletedExceptionally();
    assertThat(all.get(4)).isCompletedExceptionally();
    assertThat(all.get(5)).isCompletedExceptionally();
    assertThat(all.get(6)).isCompleted();
  }

  @Test
  void doesNotLetOthersWaitForADatabaseInTrouble() {
    List<CompletableFuture<PublishOutcome>> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(publish(i));
    }

    answers.get(0).completeExceptionally(new FailureException(DatabaseFailures.unavailable()));

    assertThat(batches).hasSize(4);
    assertThat(all.subList(4, 100)).allMatch(CompletableFuture::isCompletedExceptionally);
    publish(100);
    assertThat(batches).hasSize(5);
  }

  @Test
  void answersOnTheContextOfWhoAsked() throws Exception {
    Vertx vertx = Vertx.vertx();
    Context context = vertx.getOrCreateContext();
    CompletableFuture<Context> answeredOn = new CompletableFuture<>();
    CompletableFuture<Void> asked = new CompletableFuture<>();
    context.runOnContext(
        now -> {
          queue
              .ask(Samples.inline(BUCKET, "key-1", "x"))
              .subscribe()
              .with(outcome -> answeredOn.complete(Vertx.currentContext()));
          asked.complete(null);
        });
    asked.get(10, TimeUnit.SECONDS);

    answer(0);

    assertThat(answeredOn.get(10, TimeUnit.SECONDS)).isSameAs(context);
    vertx.close();
  }
}
