package dev.cairn.core.body;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Direct buffers of one size, made when they are first wanted and kept for the next borrower. Not
 * safe for several threads at once.
 */
final class BufferShelf {
  private static final int PAGE = 4096;

  private final int size;
  private final int lendable;
  private final int kept;
  private final Deque<ByteBuffer> free = new ArrayDeque<>();
  private int lent;

  /**
   * @param size bytes of every buffer
   * @param lendable buffers that may be lent at a time
   * @param kept free buffers to keep; the garbage collector gets what comes back beyond
   */
  BufferShelf(int size, int lendable, int kept) {
    this.size = size;
    this.lendable = lendable;
    this.kept = kept;
  }

  int size() {
    return size;
  }

  long bytesLent() {
    return (long) lent * size;
  }

  /** Whether there is a buffer to lend; makes sure that there is, where number and memory allow. */
  boolean canLend() {
    if (lent >= lendable) {
      return false;
    }
    if (free.isEmpty()) {
      try {
        free.push(allocate(size));
      } catch (OutOfMemoryError e) {
        // Others took the direct memory that the budget counts on: do with what there is.
        return false;
      }
    }
    return true;
  }

  /** At the begin of a page of memory: what a disk can take without a copy. */
  private static ByteBuffer allocate(int size) {
    return ByteBuffer.allocateDirect(size + PAGE - 1).alignedSlice(PAGE).slice(0, size);
  }

  /** A cleared buffer; only after {@link #canLend()}. */
  ByteBuffer lend() {
    lent++;
    return free.pop().clear();
  }

  void giveBack(ByteBuffer buffer) {
    lent--;
    if (free.size() < kept) {
      free.push(buffer);
    }
  }
}
