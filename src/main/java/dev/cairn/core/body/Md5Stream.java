package dev.cairn.core.body;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * One of the streams of an {@link Md5Group}. Slabs end anywhere, lanes take whole blocks: what is
 * left of a slab waits for the first bytes of the next one.
 */
final class Md5Stream implements DigestChain {
  private record Piece(Slab slab, Runnable done) {}

  private final Md5Group group;
  private final Md5Lanes lanes;
  private final Queue<Piece> pieces = new ArrayDeque<>();
  private final CompletableFuture<byte[]> value = new CompletableFuture<>();
  private volatile boolean abandoned;

  // Guarded by the lock on the pieces.
  private boolean ended;
  private boolean inGroup;

  // Touched only by the worker that has this stream.
  private final int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  private final MemorySegment rest = MemorySegment.ofArray(new byte[Md5Lanes.BLOCK]);
  private int restSize;
  private long length;

  /** What was not yet taken of the first piece; null before it is looked at. */
  private MemorySegment remaining;

  Md5Stream(Md5Group group, Md5Lanes lanes) {
    this.group = group;
    this.lanes = lanes;
  }

  @Override
  public void add(Slab slab, Runnable done) {
    synchronized (pieces) {
      pieces.add(new Piece(slab, done));
    }
    join();
  }

  @Override
  public CompletableFuture<byte[]> value() {
    synchronized (pieces) {
      ended = true;
    }
    join();
    return value;
  }

  @Override
  public void abandon() {
    abandoned = true;
  }

  private void join() {
    synchronized (pieces) {
      if (inGroup) {
        return;
      }
      inGroup = true;
    }
    group.join(this);
  }

  /** Its value will not be known; what is left of it is done unread. */
  void fail(Throwable reason) {
    abandoned = true;
    value.completeExceptionally(reason);
  }

  int[] state() {
    return state;
  }

  /** The bytes whose turn it is. */
  MemorySegment input() {
    return remaining;
  }

  /**
   * Makes the input ready, and says how many whole blocks may be taken of it. None: the stream has
   * left the group, until there is more of it; if it has ended, its value is known.
   */
  int prepare() {
    for (Piece piece = first(); piece != null; piece = first()) {
      try {
        if (!abandoned && take(piece) >= Md5Lanes.BLOCK) {
          return (int) (remaining.byteSize() / Md5Lanes.BLOCK);
        }
      } catch (Throwable e) {
        fail(e);
      }
      end(piece);
    }
    return 0;
  }

  /** What remains of a piece, after the rest of the one before it was made a block. */
  private long take(Piece piece) {
    if (remaining == null) {
      remaining = MemorySegment.ofBuffer(piece.slab().bytes());
      length += remaining.byteSize();
    }
    if (restSize > 0) {
      moveToRest(Math.min(remaining.byteSize(), Md5Lanes.BLOCK - restSize));
    }
    if (restSize == Md5Lanes.BLOCK) {
      compress(rest, 1);
      restSize = 0;
    }
    if (remaining.byteSize() < Md5Lanes.BLOCK) {
      moveToRest(remaining.byteSize());
    }
    return remaining.byteSize();
  }

  /** After so many blocks of the input were taken. */
  void advance(int blocks) {
    remaining = remaining.asSlice((long) blocks * Md5Lanes.BLOCK);
    if (remaining.byteSize() < Md5Lanes.BLOCK) {
      moveToRest(remaining.byteSize());
      end(first());
    }
  }

  /** Null when there is none, and then the stream has left. */
  private Piece first() {
    boolean last;
    synchronized (pieces) {
      Piece first = pieces.peek();
      if (first != null) {
        return first;
      }
      inGroup = false;
      last = ended;
    }
    if (last) {
      finish();
    }
    return null;
  }

  private void end(Piece piece) {
    remaining = null;
    synchronized (pieces) {
      pieces.remove();
    }
    try {
      piece.done().run();
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void moveToRest(long count) {
    MemorySegment.copy(remaining, 0, rest, restSize, count);
    remaining = remaining.asSlice(count);
    restSize += (int) count;
  }

  private void finish() {
    if (abandoned) {
      fail(new CancellationException("abandoned"));
      return;
    }
    try {
      pad();
    } catch (Throwable e) {
      fail(e);
      return;
    }
    ByteBuffer digest =
        ByteBuffer.allocate(Md5Lanes.STATE * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    digest.asIntBuffer().put(state);
    value.complete(digest.array());
  }

  // RFC 1321, 3.1 and 3.2: one bit, zeros, and the length in bits fill up the last block.
  private void pad() {
    int blocks = restSize + 1 + Long.BYTES <= Md5Lanes.BLOCK ? 1 : 2;
    ByteBuffer padded = ByteBuffer.allocate(blocks * Md5Lanes.BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    padded.put(rest.asSlice(0, restSize).asByteBuffer()).put((byte) 0x80);
    padded.putLong(padded.capacity() - Long.BYTES, length * Byte.SIZE);
    compress(MemorySegment.ofBuffer(padded.clear()), blocks);
  }

  private void compress(MemorySegment input, int blocks) {
    lanes.compress(new int[][] {state}, new MemorySegment[] {input}, blocks);
  }
}
