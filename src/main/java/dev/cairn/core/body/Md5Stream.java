package dev.cairn.core.body;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * One of the streams of an {@link Md5Group}. Slabs end anywhere, lanes take whole blocks: what is
 * left of a slab waits for the first bytes of the next one.
 */
final class Md5Stream implements DigestChain {
  private record Piece(Slab slab, Runnable done) {}

  private final Md5Group group;
  private final Queue<Piece> pieces = new ArrayDeque<>();
  private final CompletableFuture<byte[]> value = new CompletableFuture<>();
  private volatile boolean abandoned;

  // Guarded by the pieces.
  private boolean ended;
  private boolean inGroup;

  // Those of the one worker that has this stream.
  private final int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  private final MemorySegment rest = MemorySegment.ofArray(new byte[Md5Lanes.BLOCK]);
  private int restSize;
  private long length;

  /** What was not yet taken of the first piece; null before it is looked at. */
  private MemorySegment left;

  Md5Stream(Md5Group group) {
    this.group = group;
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

  /** Its value will not be known. */
  void fail(RuntimeException reason) {
    value.completeExceptionally(reason);
    abandoned = true;
  }

  int[] state() {
    return state;
  }

  /** The bytes whose turn it is. */
  MemorySegment input() {
    return left;
  }

  /**
   * The number of whole blocks that may be taken of the input. None: the stream has left the group,
   * until there is more of it; if it has ended, its value is known.
   */
  int blocks(Md5Lanes lanes) {
    for (Piece piece = first(lanes); piece != null; piece = first(lanes)) {
      if (!abandoned) {
        if (left == null) {
          left = MemorySegment.ofBuffer(piece.slab().bytes());
          length += left.byteSize();
        }
        completeRest(lanes);
        if (left.byteSize() >= Md5Lanes.BLOCK) {
          return (int) (left.byteSize() / Md5Lanes.BLOCK);
        }
        moveToRest(left.byteSize());
      }
      left = null;
      synchronized (pieces) {
        pieces.remove();
      }
      piece.done().run();
    }
    return 0;
  }

  /** After so many blocks of the input were taken. */
  void advance(int blocks) {
    left = left.asSlice((long) blocks * Md5Lanes.BLOCK);
  }

  /** Null when there is none, and then the stream has left. */
  private Piece first(Md5Lanes lanes) {
    boolean last;
    synchronized (pieces) {
      Piece first = pieces.peek();
      if (first != null) {
        return first;
      }
      inGroup = ended;
      last = ended;
    }
    if (last) {
      finish(lanes);
    }
    return null;
  }

  // The rest of the slab before, made a block by the first bytes of this one.
  private void completeRest(Md5Lanes lanes) {
    if (restSize > 0) {
      moveToRest(Math.min(left.byteSize(), Md5Lanes.BLOCK - restSize));
      if (restSize == Md5Lanes.BLOCK) {
        lanes.compress(new int[][] {state}, new MemorySegment[] {rest}, 1);
        restSize = 0;
      }
    }
  }

  private void moveToRest(long count) {
    MemorySegment.copy(left, 0, rest, restSize, count);
    left = left.asSlice(count);
    restSize += (int) count;
  }

  // RFC 1321, 3.1 and 3.2: one bit, zeros, and the length in bits fill up the last block.
  private void finish(Md5Lanes lanes) {
    int blocks = restSize + 1 + Long.BYTES <= Md5Lanes.BLOCK ? 1 : 2;
    ByteBuffer padded = ByteBuffer.allocate(blocks * Md5Lanes.BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    padded.put(rest.asSlice(0, restSize).asByteBuffer()).put((byte) 0x80);
    padded.putLong(padded.capacity() - Long.BYTES, length * Byte.SIZE);
    lanes.compress(
        new int[][] {state}, new MemorySegment[] {MemorySegment.ofBuffer(padded.clear())}, blocks);
    ByteBuffer digest =
        ByteBuffer.allocate(Md5Lanes.STATE * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    digest.asIntBuffer().put(state);
    value.complete(digest.array());
  }
}
