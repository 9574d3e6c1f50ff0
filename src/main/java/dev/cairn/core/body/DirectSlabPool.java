package dev.cairn.core.body;

import dev.cairn.model.Failure.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/**
 * Slabs of direct memory. The budget is cut into large slabs; a transfer that holds none gets a
 * small one beyond the budget when the large ones are all out, and so does a short body. So memory
 * is bounded by the budget and one small slab for each transfer, and every transfer moves.
 */
public final class DirectSlabPool implements SlabPool {
  /** Bytes of a slab beyond the budget. */
  public static final int SMALL_SLAB = 64 << 10;

  /** Slabs that one transfer may have in flight. */
  public static final int SLABS_OF_ONE_TRANSFER = 8;

  private static final int LARGE_SLAB = 1 << 20;

  /** Large slabs there should be, before they are made smaller. */
  private static final int WANTED_SLABS = 64;

  /** Small slabs that are kept for later transfers. */
  private static final int SMALL_SLABS_KEPT = 64;

  private final BufferShelf large;
  private final BufferShelf small =
      new BufferShelf(SMALL_SLAB, Integer.MAX_VALUE, SMALL_SLABS_KEPT);

  /** Leases that wait for a large slab, first come first served. */
  private final Deque<PooledLease> queue = new ArrayDeque<>();

  /** A pool whose slabs have the size that suits the budget: 1 MiB, or 512 KiB of a small one. */
  public DirectSlabPool(long budget) {
    this(budget, budget >= (long) WANTED_SLABS * LARGE_SLAB ? LARGE_SLAB : LARGE_SLAB / 2);
  }

  public DirectSlabPool(long budget, int slabSize) {
    int slabs = (int) Math.min(Integer.MAX_VALUE, budget / slabSize);
    this.large = new BufferShelf(slabSize, slabs, slabs);
  }

  @Override
  public Lease open(OptionalLong expected) {
    return new PooledLease(expected.orElse(Long.MAX_VALUE));
  }

  /** Bytes that are lent, those beyond the budget included. */
  public synchronized long lent() {
    return large.bytesLent() + small.bytesLent();
  }

  /** Gives a lease that waits what it may have now; else it stands in the queue, if it may. */
  private void serve(PooledLease lease, List<Runnable> grants) {
    boolean idle = lease.held == 0;
    if (lease.held >= SLABS_OF_ONE_TRANSFER) {
      return;
    }
    if (idle && lease.toCome <= SMALL_SLAB) {
      grants.add(lease.grant(small));
    } else if (queue.isEmpty() && large.canLend()) {
      grants.add(lease.grant(large));
    } else if (idle) {
      grants.add(lease.grant(small));
    } else {
      queue.add(lease);
    }
  }

  private void giveBack(PooledLease lease, BufferShelf shelf, ByteBuffer buffer) {
    List<Runnable> grants = new ArrayList<>(1);
    synchronized (this) {
      lease.held--;
      shelf.giveBack(buffer);
      while (!queue.isEmpty() && large.canLend()) {
        PooledLease first = queue.remove();
        grants.add(first.grant(large));
      }
      if (lease.isWaiting() && (lease.held == 0 || !queue.contains(lease))) {
        queue.remove(lease);
        serve(lease, grants);
      }
    }
    grants.forEach(Runnable::run);
  }

  /** The share of one transfer. Its state is guarded by the pool. */
  private final class PooledLease implements Lease {
    private long toCome;
    private int held;
    private boolean closed;
    private UniEmitter<? super FillableSlab> waiting;

    PooledLease(long expected) {
      this.toCome = expected;
    }

    boolean isWaiting() {
      return waiting != null;
    }

    @Override
    public Uni<FillableSlab> acquire() {
      return Uni.createFrom().emitter(this::acquire);
    }

    private void acquire(UniEmitter<? super FillableSlab> receiver) {
      List<Runnable> grants = new ArrayList<>(1);
      synchronized (DirectSlabPool.this) {
        if (closed) {
          grants.add(() -> receiver.fail(new CancellationException("the transfer is over")));
        } else if (isWaiting()) {
          grants.add(() -> receiver.fail(new IllegalStateException("one waits already")));
        } else {
          waiting = receiver;
          serve(this, grants);
        }
      }
      grants.forEach(Runnable::run);
    }

    /** Takes a buffer for the one who waits; it is handed over outside the lock. */
    Runnable grant(BufferShelf shelf) {
      UniEmitter<? super FillableSlab> receiver = waiting;
      waiting = null;
      if (!shelf.canLend()) {
        return () -> receiver.fail(new Unavailable("memory", Duration.ofSeconds(1)).exception());
      }
      held++;
      toCome = Math.max(0, toCome - shelf.size());
      ByteBuffer buffer = shelf.lend();
      PooledSlab slab = new PooledSlab(buffer, () -> giveBack(this, shelf, buffer));
      return () -> receiver.complete(slab);
    }

    @Override
    public void close() {
      UniEmitter<? super FillableSlab> receiver;
      synchronized (DirectSlabPool.this) {
        closed = true;
        queue.remove(this);
        receiver = waiting;
        waiting = null;
      }
      if (receiver != null) {
        receiver.fail(new CancellationException("the transfer is over"));
      }
    }
  }
}
