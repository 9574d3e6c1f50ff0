package dev.cairn.gateway.wire;

import dev.cairn.core.body.SlabPool.FillableSlab;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Bytes of a body that have arrived and wait for a slab. Belongs to the connection's event loop.
 */
final class Arrivals {
  private final Deque<ByteBuf> waiting = new ArrayDeque<>();

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  void add(ByteBuf bytes) {
    waiting.add(bytes.retain());
  }

  /** Moves what fits. */
  void moveInto(FillableSlab slab) {
    while (slab.room() > 0 && !waiting.isEmpty()) {
      ByteBuf bytes = waiting.peek();
      int count = Math.min(bytes.readableBytes(), slab.room());
      ByteBuffer space = slab.space();
      bytes.readBytes(space.limit(space.position() + count));
      slab.filled(count);
      if (!bytes.isReadable()) {
        waiting.poll().release();
      }
    }
  }

  /** Drops what waits. */
  void clear() {
    waiting.forEach(ByteBuf::release);
    waiting.clear();
  }
}
