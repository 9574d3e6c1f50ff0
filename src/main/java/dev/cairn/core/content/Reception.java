package dev.cairn.core.content;

import dev.cairn.core.body.ArraySlab;
import dev.cairn.core.body.AsyncLoop;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.DigestValues;
import dev.cairn.core.body.Digests;
import dev.cairn.core.body.Slab;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.StoredContent;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * One body on its way in. A short one is kept in memory; as soon as it is known not to be short, it
 * goes to a blob. Once begun it runs to its end, good or bad, and cleans up after itself: a caller
 * that loses interest stops it, and is not waited for.
 */
final class Reception {
  private final GuardedBody body;
  private final Set<DigestAlgorithm> algorithms = EnumSet.noneOf(DigestAlgorithm.class);
  private final int inlineLimit;
  private final BlobSinks sinks;

  /** The begin of the body, while it may still be short. */
  private ByteBuffer start;

  /** What was pulled before there was a blob to put it. */
  private final Deque<Slab> early = new ArrayDeque<>();

  Reception(Body body, Set<DigestAlgorithm> wanted, int inlineLimit, BlobSinks sinks) {
    this.body = new GuardedBody(body);
    algorithms.addAll(wanted);
    body.claims().list().forEach(claimed -> algorithms.add(claimed.algorithm()));
    this.inlineLimit = inlineLimit;
    this.sinks = sinks;
  }

  /** Runs the reception; cancelling stops it. */
  Uni<ReceivedContent> run() {
    return Uni.createFrom()
        .emitter(
            caller -> {
              caller.onTermination(body::abandon);
              receive().subscribe().with(caller::complete, caller::fail);
            });
  }

  private Uni<ReceivedContent> receive() {
    long known = body.declaredLength().orElse(0);
    if (known > inlineLimit) {
      return toBlob();
    }
    start = ByteBuffer.allocate((int) body.declaredLength().orElse(inlineLimit));
    return AsyncLoop.repeatWhile(this::gather)
        .onFailure()
        .invoke(body::abandon)
        .chain(() -> early.isEmpty() ? Uni.createFrom().item(this::inline) : toBlob());
  }

  /** Adds a slab to the start; false at the end of the body, and when it proves not to be short. */
  private Uni<Boolean> gather() {
    return body.next()
        .map(
            slab -> {
              if (slab == null) {
                return false;
              }
              if (slab.size() > start.remaining()) {
                if (start.position() > 0) {
                  early.add(new ArraySlab(start.array(), 0, start.position()));
                }
                early.add(slab);
                return false;
              }
              start.put(slab.bytes());
              slab.release();
              return true;
            });
  }

  private ReceivedContent inline() {
    byte[] bytes = Arrays.copyOf(start.array(), start.position());
    DigestValues digests = Digests.of(algorithms, ByteBuffer.wrap(bytes));
    body.claims().verify(digests);
    return new ReceivedContent(new StoredContent.Inline(bytes), digests, body.claims());
  }

  private Uni<ReceivedContent> toBlob() {
    BlobSink sink = sinks.next(algorithms);
    return sink.open()
        .chain(() -> AsyncLoop.repeatWhile(() -> pass(sink)))
        .chain(sink::finish)
        .map(digests -> accept(sink, digests))
        .onFailure()
        .recoverWithUni(failure -> giveUp(sink).chain(() -> Uni.createFrom().failure(failure)));
  }

  private Uni<Boolean> pass(BlobSink sink) {
    Uni<Slab> next = early.isEmpty() ? body.next() : Uni.createFrom().item(early.remove());
    return next.chain(
        slab -> slab == null ? Uni.createFrom().item(false) : sink.take(slab).replaceWith(true));
  }

  private ReceivedContent accept(BlobSink sink, DigestValues digests) {
    body.claims().verify(digests);
    if (body.isAbandoned()) {
      throw new CancellationException("nobody waits for the content any more");
    }
    StoredContent content = sink.accepted(body.received());
    return new ReceivedContent(content, digests, body.claims());
  }

  private Uni<Void> giveUp(BlobSink sink) {
    body.abandon();
    early.forEach(Slab::release);
    early.clear();
    return sink.discard();
  }
}
