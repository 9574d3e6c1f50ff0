package dev.cairn.core.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.ArraySlab;
import dev.cairn.core.body.Content.Region;
import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.core.content.BlobStore;
import dev.cairn.core.content.InMemoryBlobCatalog;
import dev.cairn.core.content.InMemoryBlobStore;
import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The background work, on a clock that the test turns. */
class UpkeepTest {
  private static final Duration DELAY = Duration.ofMinutes(10);

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final InMemoryBlobCatalog catalog = new InMemoryBlobCatalog(() -> now);
  private final InMemoryBlobStore blobs = new InMemoryBlobStore();

  @Test
  void sweepsAndReapsWhatACrashLeft() {
    // Given
    BlobId lost = stored();
    run(catalog.registerPending(lost, Duration.ofSeconds(60)));
    now = now.plusSeconds(61);

    // When
    int swept = run(new Sweeper(catalog).run());
    now = now.plus(DELAY).plusSeconds(1);
    int reaped = run(new Reaper(catalog, blobs, DELAY).run());

    // Then
    assertThat(swept).isOne();
    assertThat(reaped).isOne();
    assertThat(blobs.isEmpty()).isTrue();
    assertThat(catalog.garbage()).isEmpty();
  }

  @Test
  void waitsForTheGarbageDelay() {
    // Given
    BlobId blob = stored();
    catalog.throwAway(blob);
    now = now.plus(DELAY).minusSeconds(1);

    // When
    int reaped = run(new Reaper(catalog, blobs, DELAY).run());

    // Then
    assertThat(reaped).isZero();
    assertThat(blobs.ids()).containsExactly(blob);
  }

  @Test
  void reapsMoreThanOneRound() {
    // Given
    for (int i = 0; i < 2500; i++) {
      catalog.throwAway(new BlobId(UUID.randomUUID()));
    }
    BlobId last = stored();
    catalog.throwAway(last);
    now = now.plus(DELAY).plusSeconds(1);

    // When
    int reaped = run(new Reaper(catalog, blobs, DELAY).run());

    // Then
    assertThat(reaped).isEqualTo(2501);
    assertThat(catalog.garbage()).isEmpty();
    assertThat(blobs.isEmpty()).isTrue();
  }

  @Test
  void leavesABlobThatResistsAndReapsTheOthers() {
    // Given
    BlobId stubborn = stored();
    BlobId other = stored();
    Set.of(stubborn, other).forEach(catalog::throwAway);
    now = now.plus(DELAY).plusSeconds(1);

    // When
    int reaped = run(new Reaper(catalog, new Resisting(stubborn), DELAY).run());

    // Then
    assertThat(reaped).isOne();
    assertThat(blobs.ids()).containsExactly(stubborn);
    assertThat(catalog.garbage()).containsExactly(stubborn);
  }

  @Test
  void doesNotOvertakeItself() {
    // Given
    AtomicReference<UniEmitter<? super Integer>> lasting = new AtomicReference<>();
    UpkeepTask task = new OneAtATime(() -> Uni.createFrom().<Integer>emitter(lasting::set));
    var first = task.run().subscribeAsCompletionStage();
    UniEmitter<? super Integer> running = lasting.get();

    // When
    int second = run(task.run());

    // Then
    assertThat(second).isZero();
    assertThat(lasting).hasValue(running);
    running.complete(7);
    assertThat(first).isCompletedWithValue(7);
    assertThat(task.run().subscribeAsCompletionStage()).isNotDone();
    assertThat(lasting.get()).isNotSameAs(running);
  }

  @Test
  void runsAgainAfterAFailure() {
    // Given
    UpkeepTask task =
        new OneAtATime(
            () -> {
              throw new IllegalStateException("no connection");
            });
    assertThat(task.run().subscribeAsCompletionStage()).isCompletedExceptionally();

    // When
    var again = task.run().subscribeAsCompletionStage();

    // Then
    assertThat(again).isCompletedExceptionally();
  }

  private BlobId stored() {
    BlobId id = new BlobId(UUID.randomUUID());
    run(
        blobs
            .create(id)
            .chain(
                writer -> writer.append(new ArraySlab(new byte[9], 0, 9)).chain(writer::commit)));
    return id;
  }

  private static <T> T run(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }

  /** Cannot remove one of its blobs. */
  private final class Resisting implements BlobStore {
    private final BlobId stubborn;

    Resisting(BlobId stubborn) {
      this.stubborn = stubborn;
    }

    @Override
    public Uni<Writer> create(BlobId id) {
      return blobs.create(id);
    }

    @Override
    public Region region(BlobId id, long offset, long length) {
      return blobs.region(id, offset, length);
    }

    @Override
    public Uni<Void> read(BlobId id, long offset, int length, FillableSlab into) {
      return blobs.read(id, offset, length, into);
    }

    @Override
    public Uni<OptionalLong> size(BlobId id) {
      return blobs.size(id);
    }

    @Override
    public Uni<Void> delete(BlobId id) {
      return id.equals(stubborn)
          ? Uni.createFrom().failure(new IllegalStateException("permission denied"))
          : blobs.delete(id);
    }
  }
}
