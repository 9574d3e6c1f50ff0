package dev.cairn.core.body;

import java.nio.ByteBuffer;

/**
 * A buffer that goes back to its {@link SlabPool} when the last holder releases it. A fresh slab
 * has one holder. Reading {@link #bytes()} by several holders at once is safe; writing is the
 * producer's alone, before it hands the slab on. A decorator that is handed a slab is the producer
 * of what it hands on, and may write into the slab as long as it is the only holder.
 */
public interface Slab {
  /** The bytes, from position to limit: a writable view of its own for every call. */
  ByteBuffer bytes();

  /** Number of bytes. */
  int size();

  /** One holder more. */
  Slab retain();

  /** One holder less. */
  void release();
}
