package dev.cairn.core.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.core.body.SlabPool.Lease;
import dev.cairn.model.DigestAlgorithm;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DigestsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final EnumSet<DigestAlgorithm> ALL = EnumSet.allOf(DigestAlgorithm.class);

  private final DirectSlabPool pool = new DirectSlabPool(8 << 20, 512 << 10);

  @Test
  void digestsSlabsInTheirOrderOnManyThreads() {
    // Given
    byte[] bytes = new byte[10_000_000];
    new Random(3).nextBytes(bytes);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Digests digests = new Digests(ALL, new DigestWorkers(threads));

      // When
      ByteBuffer left = ByteBuffer.wrap(bytes);
      Lease lease = pool.open(OptionalLong.empty());
      while (left.hasRemaining()) {
        FillableSlab slab = lease.acquire().await().atMost(PATIENCE);
        int count = Math.min(left.remaining(), slab.room());
        slab.append(left.slice(left.position(), count));
        left.position(left.position() + count);
        digests.update(slab);
        slab.release();
        digests.ready().await().atMost(PATIENCE);
      }
      DigestValues values = digests.finish().await().atMost(PATIENCE);

      // Then
      DigestValues expected = Digests.of(ALL, ByteBuffer.wrap(bytes));
      assertThat(ALL).allSatisfy(one -> assertThat(values.get(one)).isEqualTo(expected.get(one)));
      assertThat(pool.lent()).isZero();
    }
  }

  @Test
  void makesTheSenderWaitBehindASlowAlgorithm() {
    // Given
    Deque<Runnable> postponed = new ArrayDeque<>();
    Executor stuck = postponed::add;
    Digests digests = new Digests(EnumSet.of(DigestAlgorithm.MD5), new DigestWorkers(stuck));
    for (int i = 0; i < 4; i++) {
      digests.update(new ArraySlab(new byte[1], 0, 1));
    }

    // When
    var ready = digests.ready().subscribeAsCompletionStage();

    // Then
    assertThat(ready).isNotDone();
    postponed.remove().run();
    assertThat(ready).isDone();
  }

  @Test
  void releasesWhatWaitsWhenAbandoned() {
    // Given
    Deque<Runnable> postponed = new ArrayDeque<>();
    Digests digests =
        new Digests(EnumSet.of(DigestAlgorithm.MD5), new DigestWorkers(postponed::add));
    FillableSlab slab = pool.open(OptionalLong.empty()).acquire().await().atMost(PATIENCE);
    digests.update(slab);
    slab.release();

    // When
    var released = digests.abandon().subscribeAsCompletionStage();
    assertThat(released).isNotDone();
    postponed.remove().run();

    // Then
    assertThat(released).isDone();
    assertThat(pool.lent()).isZero();
  }

  @Test
  void hasNoValuesWhereNoneAreWanted() {
    Digests digests =
        new Digests(EnumSet.noneOf(DigestAlgorithm.class), new DigestWorkers(Runnable::run));
    digests.update(new ArraySlab(new byte[1], 0, 1));
    assertThat(digests.ready().await().atMost(PATIENCE)).isNull();
    assertThat(digests.finish().await().atMost(PATIENCE).values()).isEmpty();
  }
}
