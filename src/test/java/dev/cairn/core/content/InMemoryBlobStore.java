package dev.cairn.core.content;

import dev.cairn.core.body.Content.Region;
import dev.cairn.core.body.Slab;
import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Blobs in memory: passes the same contract test as the one on disk. */
public final class InMemoryBlobStore implements BlobStore {
  private final Map<BlobId, byte[]> committed = new ConcurrentHashMap<>();
  private final Map<BlobId, MemoryWriter> unfinished = new ConcurrentHashMap<>();

  @Override
  public Uni<Writer> create(BlobId id) {
    return Uni.createFrom()
        .item(
            () -> {
              MemoryWriter writer = new MemoryWriter(id);
              if (committed.containsKey(id) || unfinished.putIfAbsent(id, writer) != null) {
                throw new IllegalStateException("there is a blob " + id);
              }
              return writer;
            });
  }

  @Override
  public Region region(BlobId id, long offset, long length) {
    return new Region.InMemory(bytes(id).orElseThrow(), (int) offset, (int) length);
  }

  @Override
  public Uni<Void> read(BlobId id, long offset, int length, FillableSlab into) {
    return Uni.createFrom()
        .deferred(
            () -> {
              byte[] bytes = committed.getOrDefault(id, new byte[0]);
              if (offset + length > bytes.length) {
                return Uni.createFrom().failure(new EOFException("blob " + id));
              }
              into.append(ByteBuffer.wrap(bytes, (int) offset, length));
              return Uni.createFrom().voidItem();
            });
  }

  @Override
  public Uni<OptionalLong> size(BlobId id) {
    byte[] bytes = committed.get(id);
    return Uni.createFrom()
        .item(bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length));
  }

  @Override
  public Uni<Void> delete(BlobId id) {
    return Uni.createFrom().voidItem().invoke(() -> committed.remove(id));
  }

  /** The bytes of a committed blob. */
  public Optional<byte[]> bytes(BlobId id) {
    return Optional.ofNullable(committed.get(id));
  }

  /** Ids of the committed blobs. */
  public Set<BlobId> ids() {
    return Set.copyOf(committed.keySet());
  }

  /** Nothing is stored, and nothing is being written. */
  public boolean isEmpty() {
    return committed.isEmpty() && unfinished.isEmpty();
  }

  private final class MemoryWriter implements Writer {
    private final BlobId id;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    MemoryWriter(BlobId id) {
      this.id = id;
    }

    @Override
    public Uni<Void> append(Slab slab) {
      return Uni.createFrom().voidItem().invoke(() -> take(slab));
    }

    private void take(Slab slab) {
      byte[] copy = new byte[slab.size()];
      slab.bytes().get(copy);
      slab.release();
      bytes.writeBytes(copy);
    }

    @Override
    public Uni<Void> commit() {
      return Uni.createFrom()
          .voidItem()
          .invoke(
              () -> {
                committed.put(id, bytes.toByteArray());
                unfinished.remove(id);
              });
    }

    @Override
    public Uni<Void> discard() {
      return Uni.createFrom()
          .voidItem()
          .invoke(
              () -> {
                unfinished.remove(id);
                committed.remove(id);
              });
    }
  }
}
