package dev.cairn.persistence;

import static dev.cairn.persistence.BatchQueue.LANES;
import static dev.cairn.persistence.BatchQueue.MOST;
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
import java.util.stream.IntStream;
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

  private List<CompletableFuture<PublishOutcome>> publish(int from, int to) {
    return IntStream.range(from, to).mapToObj(this::publish).toList();
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
    for (int i = 0; i < LANES; i++) {
      publish(i);
    }

    assertThat(batches).hasSize(LANES).allMatch(batch -> batch.size() == 1);
  }

  @Test
  void gathersWhatArrivesMeanwhile() {
    List<CompletableFuture<PublishOutcome>> all = publish(0, LANES + MOST + 32);

    for (int batch = 0; batch < LANES + 2; batch++) {
      answer(batch);
    }

    assertThat(batches).extracting(List::size).containsExactly(1, 1, MOST, 32);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i)).isCompletedWithValue(new Published(Instant.ofEpochSecond(i)));
    }
    publish(100);
    assertThat(batches).hasSize(LANES + 3);
  }

  @Test
  void failsThoseOfAFailedBatchAndGoesOn() {
    List<CompletableFuture<PublishOutcome>> all = publish(0, LANES + 2);

    answers.get(0).completeExceptionally(new IllegalStateException("broken"));
    answers.get(LANES).completeExceptionally(new IllegalStateException("broken"));
    CompletableFuture<PublishOutcome> later = publish(100);
    answer(LANES + 1);

    assertThat(all.get(0)).isCompletedExceptionally();
    assertThat(all.get(1)).isNotDone();
    assertThat(all.subList(LANES, LANES + 2)).allMatch(CompletableFuture::isCompletedExceptionally);
    assertThat(later).isCompleted();
  }

  @Test
  void doesNotLetOthersWaitForADatabaseInTrouble() {
    List<CompletableFuture<PublishOutcome>> all = publish(0, 100);

    answers.get(0).completeExceptionally(new FailureException(DatabaseFailures.unavailable()));

    assertThat(batches).hasSize(LANES);
    assertThat(all.get(1)).isNotDone();
    assertThat(all.subList(LANES, 100)).allMatch(CompletableFuture::isCompletedExceptionally);
    publish(100);
    assertThat(batches).hasSize(LANES + 1);
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
