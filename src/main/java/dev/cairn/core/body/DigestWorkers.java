package dev.cairn.core.body;

import dev.cairn.model.DigestAlgorithm;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Computes the digests of all transfers. MD5s that are in progress together are computed side by
 * side, see {@link Md5Lanes}; every other digest by itself.
 */
public final class DigestWorkers {
  /** MD5s that make lanes worth it: three side by side take less time than three by themselves. */
  private static final int COMPANY = 3;

  private final Executor executor;
  private final Consumer<Consumer<Md5Lanes>> trial;
  private final AtomicInteger md5s = new AtomicInteger();

  /** Null until the lanes have won their trial. */
  private volatile Md5Group group;

  /**
   * @param executor as many threads as there are processors, no event loop
   */
  public DigestWorkers(Executor executor) {
    this(executor, new Md5Trial(COMPANY)::begin);
  }

  /**
   * @param trial is asked for lanes whenever there is company; gives them later, once, or never
   */
  DigestWorkers(Executor executor, Consumer<Consumer<Md5Lanes>> trial) {
    this.executor = executor;
    this.trial = trial;
  }

  DigestChain open(DigestAlgorithm algorithm) {
    return algorithm == DigestAlgorithm.MD5 ? new Md5Chain() : lone(algorithm);
  }

  private DigestChain lone(DigestAlgorithm algorithm) {
    return new LoneChain(Digest.of(algorithm), executor);
  }

  private DigestChain md5() {
    if (md5s.get() >= COMPANY) {
      Md5Group others = group;
      if (others != null) {
        return others.open();
      }
      trial.accept(lanes -> group = new Md5Group(lanes, executor));
    }
    return lone(DigestAlgorithm.MD5);
  }

  /** Decides with the first slab what it is: by then, those that begin together have begun. */
  private final class Md5Chain implements DigestChain {
    private DigestChain decided;
    private boolean inProgress = true;

    Md5Chain() {
      md5s.incrementAndGet();
    }

    private synchronized DigestChain decided() {
      if (decided == null) {
        decided = md5();
      }
      return decided;
    }

    private synchronized void end() {
      if (inProgress) {
        inProgress = false;
        md5s.decrementAndGet();
      }
    }

    @Override
    public void add(Slab slab, Runnable done) {
      decided().add(slab, done);
    }

    @Override
    public CompletableFuture<byte[]> value() {
      end();
      return decided().value();
    }

    @Override
    public synchronized void abandon() {
      end();
      if (decided != null) {
        decided.abandon();
      }
    }
  }
}
