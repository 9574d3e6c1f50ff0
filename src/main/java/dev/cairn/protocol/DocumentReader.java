package dev.cairn.protocol;

import dev.cairn.core.body.AsyncLoop;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Claims.Claimed;
import dev.cairn.core.body.Digests;
import dev.cairn.core.body.Slab;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executor;

/** Collects bodies that are documents: short enough to be read whole. */
public final class DocumentReader {
  private final Executor worker;

  /**
   * @param worker where claims are verified: too much work for an event loop
   */
  public DocumentReader(Executor worker) {
    this.worker = worker;
  }

  /**
   * Reads a body to its end and verifies its claims. On failure the body is abandoned.
   *
   * @param limit in bytes; a longer document is {@link Failure.MalformedXml}
   * @return on a thread of the worker, where the document can be parsed as well
   */
  public Uni<byte[]> read(Body body, int limit) {
    return Uni.createFrom()
        .deferred(() -> collect(body, limit))
        .emitOn(worker)
        .invoke(document -> verify(body.claims(), document))
        .onFailure()
        .invoke(body::abandon);
  }

  private static Uni<byte[]> collect(Body body, int limit) {
    if (body.declaredLength().orElse(0) > limit) {
      return Uni.createFrom().failure(tooLong(limit));
    }
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    return AsyncLoop.repeatWhile(() -> body.next().map(slab -> append(document, slab, limit)))
        .map(end -> document.toByteArray());
  }

  /** Whether there may be more. */
  private static boolean append(ByteArrayOutputStream document, Slab slab, int limit) {
    if (slab == null) {
      return false;
    }
    try {
      if (slab.size() > limit - document.size()) {
        throw tooLong(limit);
      }
      ByteBuffer bytes = slab.bytes();
      byte[] piece = new byte[bytes.remaining()];
      bytes.get(piece);
      document.writeBytes(piece);
      return true;
    } finally {
      slab.release();
    }
  }

  private static RuntimeException tooLong(int limit) {
    return new Failure.MalformedXml("longer than " + limit + " bytes").exception();
  }

  private static void verify(Claims claims, byte[] document) {
    Set<DigestAlgorithm> algorithms = EnumSet.noneOf(DigestAlgorithm.class);
    for (Claimed claimed : claims.list()) {
      algorithms.add(claimed.algorithm());
    }
    claims.verify(Digests.of(algorithms, ByteBuffer.wrap(document)));
  }
}
