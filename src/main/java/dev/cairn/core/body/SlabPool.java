package dev.cairn.core.body;

import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * The one budget of memory for bodies in transit. Every transfer always gets one slab; it gets more
 * while there are some, and otherwise waits for one to come back.
 */
public interface SlabPool {
  /** The share of one transfer. */
  interface Lease extends AutoCloseable {
    /**
     * An empty slab to fill; waits while the budget is used up and this lease holds slabs. At most
     * one call at a time. A slab may be small: fill what {@link FillableSlab#room()} says. The slab
     * is handed over whatever becomes of its receiver, so do not cancel: close the lease.
     */
    Uni<FillableSlab> acquire();

    /**
     * The transfer is over: whoever still waits fails with a {@link
     * java.util.concurrent.CancellationException}. Slabs that are still held go back as they are
     * released.
     */
    @Override
    void close();
  }

  /** A slab that its producer still fills. */
  interface FillableSlab extends Slab {
    /** Bytes that still fit. */
    int room();

    /** Appends; at most {@link #room()} bytes. */
    void append(ByteBuffer source);

    /** The room that is left, for a source that writes into it itself, such as a file channel. */
    ByteBuffer space();

    /** After writing {@code count} bytes into {@link #space()}. */
    void filled(int count);
  }

  /**
   * A share for a transfer that begins.
   *
   * @param expected number of bytes, where it is known: a short body gets a short slab
   */
  Lease open(OptionalLong expected);
}
