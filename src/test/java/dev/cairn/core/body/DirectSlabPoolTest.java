package dev.cairn.core.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.core.body.SlabPool.Lease;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DirectSlabPoolTest {
  private static final int LARGE = 512 << 10;
  private static final int SMALL = DirectSlabPool.SMALL_SLAB;

  private final DirectSlabPool pool = new DirectSlabPool(4L * LARGE, LARGE);

  @Test
  void lendsLargeSlabsWhileTheBudgetLasts() {
    // Given
    Lease lease = pool.open(OptionalLong.empty());

    // When
    List<FillableSlab> slabs = take(lease, 4);

    // Then
    assertThat(slabs).extracting(FillableSlab::room).containsOnly(LARGE);
    assertThat(pool.lent()).isEqualTo(4L * LARGE);
  }

  @Test
  void givesASmallSlabToATransferThatHoldsNone() {
    // Given
    take(pool.open(OptionalLong.empty()), 4);

    // When
    FillableSlab slab = take(pool.open(OptionalLong.empty()));

    // Then
    assertThat(slab.room()).isEqualTo(SMALL);
  }

  @Test
  void givesAShortBodyASmallSlab() {
    assertThat(take(pool.open(OptionalLong.of(SMALL))).room()).isEqualTo(SMALL);
    assertThat(take(pool.open(OptionalLong.of(SMALL + 1))).room()).isEqualTo(LARGE);
  }

  @Test
  void letsATransferThatHoldsSlabsWaitInOrder() {
    // Given
    Lease first = pool.open(OptionalLong.empty());
    Lease second = pool.open(OptionalLong.empty());
    FillableSlab held = take(first, 3).getFirst();
    FillableSlab other = take(second);
    UniAssertSubscriber<FillableSlab> firstWaits = ask(first);
    UniAssertSubscriber<FillableSlab> secondWaits = ask(second);
    firstWaits.assertNotTerminated();
    secondWaits.assertNotTerminated();

    // When
    held.release();

    // Then
    firstWaits.assertCompleted();
    secondWaits.assertNotTerminated();
    other.release();
    secondWaits.assertCompleted();
  }

  @Test
  void letsATransferMoveOnWhenItsLastSlabGoesToAnother() {
    // Given
    Lease busy = pool.open(OptionalLong.empty());
    Lease slow = pool.open(OptionalLong.empty());
    take(busy, 3);
    FillableSlab only = take(slow);
    UniAssertSubscriber<FillableSlab> busyWaits = ask(busy);
    UniAssertSubscriber<FillableSlab> slowWaits = ask(slow);

    // When
    only.release();

    // Then
    assertThat(busyWaits.getItem().room()).isEqualTo(LARGE);
    assertThat(slowWaits.getItem().room()).isEqualTo(SMALL);
  }

  @Test
  void lendsNoMoreThanEightToOneTransfer() {
    // Given
    DirectSlabPool wide = new DirectSlabPool(20L * LARGE, LARGE);
    Lease lease = wide.open(OptionalLong.empty());
    List<FillableSlab> slabs = take(lease, 8);
    UniAssertSubscriber<FillableSlab> ninth = ask(lease);
    ninth.assertNotTerminated();

    // When
    slabs.getLast().release();

    // Then
    ninth.assertCompleted();
  }

  @Test
  void lendsToOthersWhileOneIsAtItsLimit() {
    // Given
    DirectSlabPool wide = new DirectSlabPool(20L * LARGE, LARGE);
    Lease greedy = wide.open(OptionalLong.empty());
    take(greedy, 8);
    ask(greedy).assertNotTerminated();

    // When
    List<FillableSlab> others = take(wide.open(OptionalLong.empty()), 2);

    // Then
    assertThat(others).extracting(FillableSlab::room).containsOnly(LARGE);
  }

  @Test
  void failsWhoWaitsWhenTheLeaseIsClosed() {
    // Given
    Lease lease = pool.open(OptionalLong.empty());
    List<FillableSlab> slabs = take(lease, 4);
    UniAssertSubscriber<FillableSlab> waiting = ask(lease);

    // When
    lease.close();

    // Then
    waiting.assertFailedWith(CancellationException.class);
    ask(lease).assertFailedWith(CancellationException.class);
    slabs.forEach(Slab::release);
    assertThat(pool.lent()).isZero();
  }

  @Test
  void takesASlabBackWithItsLastRelease() {
    // Given
    FillableSlab slab = take(pool.open(OptionalLong.empty()));
    slab.append(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    slab.retain();

    // When
    slab.release();

    // Then
    assertThat(slab.bytes().remaining()).isEqualTo(3);
    slab.release();
    assertThat(pool.lent()).isZero();
    assertThatIllegalStateException().isThrownBy(slab::release);
    assertThatIllegalStateException().isThrownBy(slab::retain);
    assertThatIllegalStateException().isThrownBy(slab::bytes);
  }

  @Test
  void fillsASlabByAppendingAndInPlace() {
    // Given
    FillableSlab slab = take(pool.open(OptionalLong.empty()));

    // When
    slab.append(ByteBuffer.wrap(new byte[] {1, 2}));
    slab.space().put((byte) 3);
    slab.filled(1);

    // Then
    byte[] bytes = new byte[slab.size()];
    slab.bytes().get(bytes);
    assertThat(bytes).containsExactly(1, 2, 3);
    assertThat(slab.room()).isEqualTo(LARGE - 3);
  }

  @Test
  void isWholeAgainAfterManyTransfersAtOnce() throws Exception {
    // Given
    AtomicLong most = new AtomicLong();
    int transfers = 64;
    CountDownLatch ended = new CountDownLatch(transfers);

    // When
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < transfers; i++) {
        threads.execute(
            () -> {
              transfer(200, most);
              ended.countDown();
            });
      }
      assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }

    // Then
    assertThat(pool.lent()).isZero();
    assertThat(most.get()).isLessThanOrEqualTo(4L * LARGE + (long) transfers * SMALL);
  }

  private void transfer(int slabs, AtomicLong most) {
    Lease lease = pool.open(OptionalLong.empty());
    ThreadLocalRandom random = ThreadLocalRandom.current();
    List<FillableSlab> held = new ArrayList<>();
    for (int i = 0; i < slabs; i++) {
      var next = lease.acquire().subscribeAsCompletionStage();
      while (!held.isEmpty() && (!next.isDone() || random.nextBoolean())) {
        held.remove(random.nextInt(held.size())).release();
      }
      held.add(next.join());
      most.accumulateAndGet(pool.lent(), Math::max);
    }
    held.forEach(Slab::release);
    lease.close();
  }

  private static List<FillableSlab> take(Lease lease, int count) {
    List<FillableSlab> slabs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slabs.add(take(lease));
    }
    return slabs;
  }

  private static FillableSlab take(Lease lease) {
    return ask(lease).assertCompleted().getItem();
  }

  private static UniAssertSubscriber<FillableSlab> ask(Lease lease) {
    return lease.acquire().subscribe().withSubscriber(UniAssertSubscriber.create());
  }
}
