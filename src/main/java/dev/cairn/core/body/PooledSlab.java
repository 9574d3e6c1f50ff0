package dev.cairn.core.body;

import dev.cairn.core.body.SlabPool.FillableSlab;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A slab over a borrowed buffer, which goes back with the last release. */
final class PooledSlab implements FillableSlab {
  private final ByteBuffer buffer;
  private final Runnable giveBack;
  private final AtomicInteger holders = new AtomicInteger(1);

  /** Number of bytes filled in: the buffer's own position and limit stay as they are. */
  private int size;

  PooledSlab(ByteBuffer buffer, Runnable giveBack) {
    this.buffer = buffer;
    this.giveBack = giveBack;
  }

  @Override
  public ByteBuffer bytes() {
    requireHeld();
    return buffer.slice(0, size);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int room() {
    return buffer.capacity() - size;
  }

  @Override
  public void append(ByteBuffer source) {
    int count = source.remaining();
    space().put(source);
    size += count;
  }

  @Override
  public ByteBuffer space() {
    requireHeld();
    return buffer.slice(size, room());
  }

  @Override
  public void filled(int count) {
    if (count < 0 || count > room()) {
      throw new IllegalArgumentException(count + " bytes where there is room for " + room());
    }
    size += count;
  }

  @Override
  public Slab retain() {
    if (holders.getAndIncrement() <= 0) {
      holders.decrementAndGet();
      throw new IllegalStateException("retained after its release");
    }
    return this;
  }

  @Override
  public void release() {
    int left = holders.decrementAndGet();
    if (left == 0) {
      giveBack.run();
    } else if (left < 0) {
      holders.incrementAndGet();
      throw new IllegalStateException("released too often");
    }
  }

  private void requireHeld() {
    if (holders.get() <= 0) {
      throw new IllegalStateException("used after its release");
    }
  }
}
