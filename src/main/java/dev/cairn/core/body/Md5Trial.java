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

  /** How many times as fast the lanes must be, with as few streams as they are used for. */
  private static final double ADVANTAGE = 1.25;

  /** How often in a row, since either may be interrupted. */
  private static final int WINS = 10;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Bytes of each stream. */
  private static final int SIZE = 64 << 10;

  private final int streams;
  private final MemorySegment offHeap = MemorySegment.ofBuffer(ByteBuffer.allocateDirect(SIZE));
  private final AtomicBoolean begun = new AtomicBoolean();

  /**
   * @param streams the fewest that will be digested side by side
   */
  Md5Trial(int streams) {
    this.streams = streams;
  }

  /** Begins the trial, on a thread of its own; later calls do nothing. */
  void begin(Consumer<Md5Lanes> won) {
    if (!begun.getAndSet(true) && ModuleLayer.boot().findModule(MODULE).isPresent()) {
      Thread thread = new Thread(() -> compete(new VectorMd5Lanes(), won), "cairn-md5-trial");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void compete(Md5Lanes lanes, Consumer<Md5Lanes> won) {
    if (lanes.count() < streams) {
      return;
    }
    long begin = System.nanoTime();
    int wins = 0;
    while (wins < WINS && System.nanoTime() - begin < PATIENCE.toNanos()) {
      wins = lanesWin(lanes) ? wins + 1 : 0;
    }
    if (wins == WINS) {
      won.accept(lanes);
    }
  }

  private boolean lanesWin(Md5Lanes lanes) {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    MemorySegment[] inputs = new MemorySegment[streams];
    Arrays.fill(inputs, MemorySegment.ofBuffer(bytes));
    inputs[0] = offHeap; // the compiler is to know both kinds of memory
    int[][] states = new int[streams][Md5Lanes.STATE];
    Digest lone = Digest.of(DigestAlgorithm.MD5);
    long start = System.nanoTime();
    lanes.compress(states, inputs, SIZE / Md5Lanes.BLOCK);
    long middle = System.nanoTime();
    for (int i = 0; i < streams; i++) {
      lone.update(bytes.duplicate());
    }
    return System.nanoTime() - middle > ADVANTAGE * (middle - start);
  }
}
