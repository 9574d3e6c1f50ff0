package dev.cairn.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;

/**
 * Tries something with many seeds, and sees that no try takes much memory or time. A failure names
 * its seed.
 */
public final class Fuzz {
  /** Made by one try, beside what is in proportion to its input. */
  private static final long MEMORY = 64L << 20;

  /** A limit that only what never ends, or all but, comes near to: of one thread, computing. */
  private static final long NANOS = 20_000_000_000L;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Fuzz() {}

  /** What is tried; it throws where something is wrong. */
  @FunctionalInterface
  public interface Try {
    void with(Random random) throws Exception;
  }

  /**
   * Tries so often, with the same seeds each time, since whoever changes something else is not to
   * find what was there before; or as often as {@code fuzz.tries} says, with seeds never tried; or
   * once with {@code fuzz.seed}.
   */
  public static void times(int usual, Try check) {
    Long given = Long.getLong("fuzz.seed");
    if (given != null) {
      once(given, check);
      return;
    }
    Integer wanted = Integer.getInteger("fuzz.tries");
    int tries = wanted == null ? usual : wanted;
    long first = wanted == null ? 0 : System.nanoTime();
    for (int i = 0; i < tries; i++) {
      once(first + i, check);
    }
  }

  private static void once(long seed, Try check) {
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long computed = THREADS.getCurrentThreadCpuTime();
    try {
      // Seeds in a row make generators that begin alike.
      check.with(new Random(seed * 0x9E3779B97F4A7C15L));
    } catch (Exception | StackOverflowError | AssertionError e) {
      throw new AssertionError("failed with -Dfuzz.seed=" + seed + ": " + e, e);
    }
    allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    computed = THREADS.getCurrentThreadCpuTime() - computed;
    if (allocated > MEMORY || computed > NANOS) {
      throw new AssertionError(
          "-Dfuzz.seed=%d took %d bytes and %d ms"
              .formatted(seed, allocated, computed / 1_000_000));
    }
  }
}
