package dev.cairn.persistence;

import static dev.cairn.persistence.BatchQueue.MOST;
import static dev.cairn.persistence.BatchQueue.MOST_AT_ONCE;
import static dev.cairn.persistence.BatchQueue.SOON_NANOS;
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

  private long now = Long.MAX_VALUE; // as nanoTime may, it wraps

  /** Batches that were handed on, each with the answer that the test gives. */
  private final List<List<Publication>> batches = new ArrayList<>();

  private final List<CompletableFuture<List<PublishOutcome>>> answers = new ArrayList<>();
  private final BatchQueue<Publication, PublishOutcome> queue =
      new BatchQueue<>(
          batch -> {
            batches.add(batch);
            answers.add(new CompletableFuture<>());
            return Uni.createFrom().completionStage(answers.getLast());
          },
          () -> now);

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

  private List<Integer> sizes() {
    return batches.stream().map(List::size).toList();
  }

  @Test
  void handsOnAtOnceWhatComesAlone() {
    publish(0);

    assertThat(sizes()).containsExactly(1);
  }

  @Test
  void gathersWhatArrivesMeanwhile() {
    List<CompletableFuture<PublishOutcome>> all = publish(0, 1 + 32);

    answer(0);
    answer(1);

    assertThat(sizes()).containsExactly(1, 32);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i)).isCompletedWithValue(new Published(Instant.ofEpochSecond(i)));
    }
    publish(100);
    assertThat(sizes()).containsExactly(1, 32, 1);
  }

  @Test
  void doesNotLetAWholeBatchWait() {
    publish(0, 1 + 4 * MOST);
    assertThat(sizes()).containsExactly(1, MOST, MOST, MOST).hasSize(MOST_AT_ONCE);

    answer(1);
    assertThat(sizes()).containsExactly(1, MOST, MOST, MOST, MOST);

    publish(1000, 1010);
    answer(4);
    answer(3);
    answer(2);
    assertThat(batches).hasSize(5);
    answer(0);
    assertThat(sizes()).endsWith(10);
  }

  @Test
  void passesABatchThatTakesLong() {
    publish(0, 2);
    now += SOON_NANOS;

    publish(2);
    assertThat(sizes()).containsExactly(1, 2);
    publish(3);
    answer(1);
    assertThat(sizes()).containsExactly(1, 2, 1);
  }

  @Test
  void failsThoseOfAFailedBatchAndGoesOn() {
    List<CompletableFuture<PublishOutcome>> all = publish(0, 3);

    answers.get(0).completeExceptionally(new IllegalStateException("broken"));
    CompletableFuture<PublishOutcome> later = publish(100);
    answers.get(1).completeExceptionally(new IllegalStateException("broken"));
    answer(2);

    assertThat(all).allMatch(CompletableFuture::isCompletedExceptionally);
    assertThat(later).isCompleted();
  }

  @Test
  void doesNotLetOthersWaitForADatabaseInTrouble() {
    CompletableFuture<PublishOutcome> other = publish(0);
    now += SOON_NANOS;
    List<CompletableFuture<PublishOutcome>> all = publish(1, 40);

    answers.get(1).completeExceptionally(new FailureException(DatabaseFailures.unavailable()));

    assertThat(batches).hasSize(2);
    assertThat(other).isNotDone();
    assertThat(all).allMatch(CompletableFuture::isCompletedExceptionally);
    publish(100);
    assertThat(batches).hasSize(3);
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
