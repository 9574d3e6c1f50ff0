package dev.cairn.core.content;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Content;
import dev.cairn.model.ByteRange;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Segment;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** Receives and opens content. */
public interface ContentStore {
  /**
   * Reads a body to its end, computing the wanted digests and those it claims as the bytes pass.
   * Completes, on the caller's Vert.x context, when the bytes are durable (or are inline) and every
   * claim and the declared length hold. On failure nothing is left, and the body is abandoned.
   */
  Uni<ReceivedContent> receive(Body body, Set<DigestAlgorithm> wanted);

  /** Removes received content that could not be published. Never fails. */
  Uni<Void> discard(ReceivedContent received);

  /** The bytes of a range of an object, of which the segments hold at least those. */
  Content open(List<Segment> segments, ByteRange range);

  /** The same bytes as a body, for a copy. */
  Body read(List<Segment> segments, ByteRange range);
}
