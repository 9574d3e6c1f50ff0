package dev.cairn.core.content;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Content;
import dev.cairn.model.ByteRange;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Segment;
import dev.cairn.model.StoredContent.Blob;
import dev.cairn.model.StoredContent.Inline;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** Keeps short content with its catalog entry, and everything else in blobs. */
public final class BlobContentStore implements ContentStore {
  private final BlobSinks sinks;
  private final ContentReader reader;
  private final CallerContext callers;
  private final int inlineLimit;

  /**
   * @param inlineLimit bytes up to which content is short
   */
  public BlobContentStore(
      BlobSinks sinks, ContentReader reader, CallerContext callers, int inlineLimit) {
    this.sinks = sinks;
    this.reader = reader;
    this.callers = callers;
    this.inlineLimit = inlineLimit;
  }

  @Override
  public Uni<ReceivedContent> receive(Body body, Set<DigestAlgorithm> wanted) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Executor caller = callers.capture();
              return new Reception(body, wanted, inlineLimit, sinks).run().emitOn(caller);
            });
  }

  @Override
  public Uni<Void> discard(ReceivedContent received) {
    return switch (received.content()) {
      case Inline inline -> Uni.createFrom().voidItem();
      case Blob blob -> sinks.discard(blob.id());
    };
  }

  @Override
  public Content open(List<Segment> segments, ByteRange range) {
    return reader.open(segments, range);
  }

  @Override
  public Body read(List<Segment> segments, ByteRange range) {
    return reader.read(segments, range);
  }
}
