package dev.cairn.core.body;

import dev.cairn.model.DigestAlgorithm;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Computes the digests of all transfers. MD5s that are in progress together are computed side by
 * side, see {@link Md5Lanes}; every other digest by itself.
 */
public final class DigestWorkers {
  /** MD5s that make lanes worth it: three side by side take less time than three by themselves. */
  private static final int COMPANY = 3;

  private final Executor executor;
  private final Md5Trial trial = new Md5Trial();
  private final AtomicInteger md5s = new AtomicInteger();

  /** Null until the lanes have won their trial. */
  private volatile Md5Group group;

  /**
   * @param executor as many threads as there are processors, no event loop
   */
  public DigestWorkers(Executor executor) {
    this.executor = executor;
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
        return new Md5Stream(others);
      }
      trial.begin(lanes -> group = new Md5Group(lanes, executor));
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
    public void abandon() {
      end();
      decided().abandon();
    }
  }
}
