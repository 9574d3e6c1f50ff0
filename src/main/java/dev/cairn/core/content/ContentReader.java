package dev.cairn.core.content;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Content;
import dev.cairn.core.body.Content.Region;
import dev.cairn.core.body.SlabPool;
import dev.cairn.model.BlobId;
import dev.cairn.model.ByteRange;
import dev.cairn.model.Segment;
import dev.cairn.model.StoredContent.Blob;
import dev.cairn.model.StoredContent.Inline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Opens stored segments: as regions to be sent, or as a body to be stored again. */
public final class ContentReader {
  private final BlobStore store;
  private final ReadLeases leases;
  private final SlabPool slabs;

  public ContentReader(BlobStore store, ReadLeases leases, SlabPool slabs) {
    this.store = store;
    this.leases = leases;
    this.slabs = slabs;
  }

  Content open(List<Segment> segments, ByteRange range) {
    List<Piece> pieces = cut(segments, range);
    List<Region> regions = pieces.stream().map(this::region).toList();
    return new Content(regions, leases.begin(blobs(pieces)));
  }

  private Region region(Piece piece) {
    return switch (piece.content()) {
      case Inline inline ->
          new Region.InMemory(inline.bytes(), (int) piece.offset(), (int) piece.length());
      case Blob blob -> store.region(blob.id(), piece.offset(), piece.length());
    };
  }

  Body read(List<Segment> segments, ByteRange range) {
    List<Piece> pieces = cut(segments, range);
    SlabPool.Lease share = slabs.open(OptionalLong.of(range.length()));
    Runnable reading = leases.begin(blobs(pieces));
    return new StoredBody(
        pieces,
        store,
        share,
        () -> {
          share.close();
          reading.run();
        });
  }

  /** What of the segments is in the range. */
  private static List<Piece> cut(List<Segment> segments, ByteRange range) {
    List<Piece> pieces = new ArrayList<>(segments.size());
    long reached = range.first();
    for (Segment segment : segments) {
      long end = Math.min(range.last() + 1, segment.position() + segment.content().size());
      if (end > reached && segment.position() <= reached) {
        pieces.add(new Piece(segment.content(), reached - segment.position(), end - reached));
        reached = end;
      }
    }
    if (reached != range.last() + 1) {
      throw new IllegalStateException("the segments end at " + reached + " of " + range);
    }
    return pieces;
  }

  private static Set<BlobId> blobs(List<Piece> pieces) {
    Set<BlobId> blobs = new HashSet<>();
    for (Piece piece : pieces) {
      if (piece.content() instanceof Blob blob) {
        blobs.add(blob.id());
      }
    }
    return blobs;
  }
}
