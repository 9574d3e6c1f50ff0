package dev.cairn.core.body;

import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** A body over bytes in memory, cut anywhere; remembers what became of it. */
public final class BytesBody implements Body {
  private final List<byte[]> pieces;
  private OptionalLong declaredLength;
  private Claims claims = Claims.NONE;
  private Claims trailers = Claims.NONE;
  private RuntimeException failure;
  private int next;
  private boolean ended;
  private volatile boolean abandoned;
  private final AtomicInteger held = new AtomicInteger();

  private BytesBody(List<byte[]> pieces) {
    this.pieces = pieces;
    this.declaredLength = OptionalLong.of(pieces.stream().mapToLong(piece -> piece.length).sum());
  }

  /** The bytes in one slab, their number declared. */
  public static BytesBody of(byte[] bytes) {
    return new BytesBody(bytes.length == 0 ? List.of() : List.of(bytes));
  }

  public static BytesBody of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes cut at these positions, ascending. */
  public static BytesBody cutAt(byte[] bytes, int... positions) {
    List<byte[]> pieces = new ArrayList<>();
    int begin = 0;
    for (int position : positions) {
      pieces.add(Arrays.copyOfRange(bytes, begin, position));
      begin = position;
    }
    pieces.add(Arrays.copyOfRange(bytes, begin, bytes.length));
    pieces.removeIf(piece -> piece.length == 0);
    return new BytesBody(pieces);
  }

  /** The bytes in slabs of this size. */
  public static BytesBody inSlabsOf(int size, byte[] bytes) {
    int[] positions = new int[Math.max(0, (bytes.length - 1) / size)];
    Arrays.setAll(positions, i -> (i + 1) * size);
    return cutAt(bytes, positions);
  }

  /** Declares another length than there are bytes, or none. */
  public BytesBody declaring(OptionalLong length) {
    declaredLength = length;
    return this;
  }

  public BytesBody ofUnknownLength() {
    return declaring(OptionalLong.empty());
  }

  /** Claims that are known from the begin. */
  public BytesBody claiming(Claims known) {
    claims = known;
    return this;
  }

  /** Claims that are known only at the end. */
  public BytesBody withTrailers(Claims late) {
    trailers = late;
    return this;
  }

  /** Fails after the last byte, where it would end. */
  public BytesBody failingWith(RuntimeException exception) {
    failure = exception;
    return this;
  }

  @Override
  public OptionalLong declaredLength() {
    return declaredLength;
  }

  @Override
  public Uni<Slab> next() {
    return Uni.createFrom().deferred(this::pull);
  }

  private Uni<Slab> pull() {
    if (ended || abandoned) {
      return Uni.createFrom().failure(new IllegalStateException("asked beyond the end"));
    }
    if (next < pieces.size()) {
      held.incrementAndGet();
      return Uni.createFrom().item(new CountedSlab(pieces.get(next++)));
    }
    ended = true;
    return failure == null ? Uni.createFrom().nullItem() : Uni.createFrom().failure(failure);
  }

  @Override
  public Claims claims() {
    return ended && failure == null ? claims.and(trailers) : claims;
  }

  @Override
  public void abandon() {
    abandoned = true;
  }

  public boolean isAbandoned() {
    return abandoned;
  }

  /** Slabs that were handed out and not yet released. */
  public int slabsHeld() {
    return held.get();
  }

  /** Number of slabs handed out so far. */
  public int slabsPulled() {
    return next;
  }

  private final class CountedSlab implements Slab {
    private final byte[] bytes;
    private final AtomicInteger holders = new AtomicInteger(1);

    CountedSlab(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public ByteBuffer bytes() {
      if (holders.get() <= 0) {
        throw new IllegalStateException("used after its release");
      }
      return ByteBuffer.wrap(bytes);
    }

    @Override
    public int size() {
      return bytes.length;
    }

    @Override
    public Slab retain() {
      if (holders.getAndIncrement() <= 0) {
        throw new IllegalStateException("retained after its release");
      }
      return this;
    }

    @Override
    public void release() {
      int left = holders.decrementAndGet();
      if (left < 0) {
        throw new IllegalStateException("released too often");
      }
      if (left == 0) {
        held.decrementAndGet();
      }
    }
  }
}
