package dev.cairn.core.body;

import dev.cairn.model.DigestAlgorithm;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Lets lanes compete with the JDK's MD5 and takes them only when they have won. They need a module
 * that not every Java was started with, a processor with wide vectors, and a compiler that has seen
 * them for a second or two: before that they are the slower by far.
 */
final class Md5Trial {
  private static final String MODULE = "jdk.incubator.vector";

  /** How many times as fast the lanes must be, all filled. */
  private static final double ADVANTAGE = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Bytes of each stream. */
  private static final int SIZE = 16 << 10;

  private final AtomicBoolean begun = new AtomicBoolean();

  /** Begins the trial, on a thread of its own; later calls do nothing. */
  void begin(Consumer<Md5Lanes> won) {
    if (!begun.getAndSet(true) && ModuleLayer.boot().findModule(MODULE).isPresent()) {
      Thread thread = new Thread(() -> compete(new VectorMd5Lanes(), won), "cairn-md5-trial");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void compete(Md5Lanes lanes, Consumer<Md5Lanes> won) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);
    MemorySegment[] inputs = new MemorySegment[lanes.count()];
    Arrays.fill(inputs, MemorySegment.ofBuffer(bytes));
    int[][] states = new int[lanes.count()][Md5Lanes.STATE];
    Digest lone = Digest.of(DigestAlgorithm.MD5);
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < PATIENCE.toNanos()) {
      long start = System.nanoTime();
      lanes.compress(states, inputs, SIZE / Md5Lanes.BLOCK);
      long middle = System.nanoTime();
      for (int i = 0; i < lanes.count(); i++) {
        lone.update(bytes.duplicate());
      }
      double advantage = (double) (System.nanoTime() - middle) / (middle - start);
      if (advantage >= ADVANTAGE) {
        won.accept(lanes);
        return;
      }
    }
  }
}
