package dev.cairn.core.body;

import java.nio.ByteBuffer;

/** Bytes that are in an array anyway, as a slab: belongs to no pool, so releasing it is nothing. */
public final class ArraySlab implements Slab {
  private final byte[] array;
  private final int offset;
  private final int size;

  public ArraySlab(byte[] array, int offset, int size) {
    this.array = array;
    this.offset = offset;
    this.size = size;
  }

  @Override
  public ByteBuffer bytes() {
    return ByteBuffer.wrap(array, offset, size).slice();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Slab retain() {
    return this;
  }

  @Override
  public void release() {
    // The garbage collector's.
  }
}
