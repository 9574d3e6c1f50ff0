package dev.cairn.core.body;

import io.smallrye.mutiny.Uni;

/**
 * The one budget of memory for bodies in transit. Every transfer always gets one slab; it gets more
 * while there are some, and otherwise waits for one to come back.
 */
public interface SlabPool {
  /** The share of one transfer. */
  interface Lease {
    /** An empty slab to fill; waits while the budget is used up and this lease holds slabs. */
    Uni<FillableSlab> acquire();
  }

  /** A slab that its producer still fills. */
  interface FillableSlab extends Slab {
    /** Bytes that still fit. */
    int room();

    /** Appends; at most {@link #room()} bytes. */
    void append(java.nio.ByteBuffer source);

    /** Appends from a source that knows how to read itself, such as a file channel. */
    java.nio.ByteBuffer space();

    /** After writing {@code count} bytes into {@link #space()}. */
    void filled(int count);
  }

  /** A share for a transfer that begins. */
  Lease open();
}
