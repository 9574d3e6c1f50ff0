package dev.cairn.core.content;

import dev.cairn.core.body.ArraySlab;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Slab;
import dev.cairn.core.body.SlabPool;
import dev.cairn.core.body.SlabPool.FillableSlab;
import dev.cairn.model.BlobId;
import dev.cairn.model.StoredContent.Blob;
import dev.cairn.model.StoredContent.Inline;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.OptionalLong;

/** Stored bytes as a body: what a copy receives. */
final class StoredBody implements Body {
  private final List<Piece> pieces;
  private final BlobStore store;
  private final SlabPool.Lease slabs;
  private final Runnable onEnd;
  private int current;

  /** Bytes of the current piece that were handed out. */
  private long passed;

  StoredBody(List<Piece> pieces, BlobStore store, SlabPool.Lease slabs, Runnable onEnd) {
    this.pieces = pieces;
    this.store = store;
    this.slabs = slabs;
    this.onEnd = onEnd;
  }

  @Override
  public OptionalLong declaredLength() {
    return OptionalLong.of(pieces.stream().mapToLong(Piece::length).sum());
  }

  @Override
  public Uni<Slab> next() {
    return Uni.createFrom().deferred(this::pull).onFailure().invoke(this::abandon);
  }

  private Uni<Slab> pull() {
    if (current == pieces.size()) {
      abandon();
      return Uni.createFrom().nullItem();
    }
    Piece piece = pieces.get(current);
    return switch (piece.content()) {
      case Inline inline -> {
        current++;
        yield Uni.createFrom()
            .item(new ArraySlab(inline.bytes(), (int) piece.offset(), (int) piece.length()));
      }
      case Blob blob -> slabs.acquire().chain(slab -> fill(slab, blob.id(), piece));
    };
  }

  private Uni<Slab> fill(FillableSlab slab, BlobId blob, Piece piece) {
    long offset = piece.offset() + passed;
    int count = (int) Math.min(slab.room(), piece.length() - passed);
    passed += count;
    if (passed == piece.length()) {
      current++;
      passed = 0;
    }
    return store
        .read(blob, offset, count, slab)
        .<Slab>replaceWith(slab)
        .onFailure()
        .invoke(slab::release);
  }

  @Override
  public Claims claims() {
    return Claims.NONE;
  }

  @Override
  public void abandon() {
    onEnd.run();
  }
}
