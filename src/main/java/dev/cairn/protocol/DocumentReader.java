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

/** Collects bodies that are documents: short enough to be read whole. */
public final class DocumentReader {
  private DocumentReader() {}

  /**
   * Reads a body to its end. On failure the body is abandoned.
   *
   * @param limit in bytes
   * @param tooLong the failure of a document beyond the limit; one that declares its length is not
   *     read at all
   */
  public static Uni<byte[]> collect(Body body, int limit, Failure tooLong) {
    return Uni.createFrom()
        .deferred(() -> read(body, limit, tooLong))
        .onFailure()
        .invoke(body::abandon);
  }

  /**
   * Verifies what is claimed of a document. Takes its time with a large one.
   *
   * @throws dev.cairn.model.FailureException {@link Failure.BadDigest}
   */
  public static void verify(byte[] document, Claims claims) {
    Set<DigestAlgorithm> algorithms = EnumSet.noneOf(DigestAlgorithm.class);
    for (Claimed claimed : claims.list()) {
      algorithms.add(claimed.algorithm());
    }
    claims.verify(Digests.of(algorithms, ByteBuffer.wrap(document)));
  }

  private static Uni<byte[]> read(Body body, int limit, Failure tooLong) {
    if (body.declaredLength().orElse(0) > limit) {
      return Uni.createFrom().failure(tooLong.exception());
    }
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    return AsyncLoop.repeatWhile(
            () -> body.next().map(slab -> append(document, slab, limit, tooLong)))
        .map(end -> document.toByteArray());
  }

  /** Whether there may be more. */
  private static boolean append(
      ByteArrayOutputStream document, Slab slab, int limit, Failure tooLong) {
    if (slab == null) {
      return false;
    }
    try {
      if (slab.size() > limit - document.size()) {
        throw tooLong.exception();
      }
      byte[] piece = new byte[slab.size()];
      slab.bytes().get(piece);
      document.writeBytes(piece);
      return true;
    } finally {
      slab.release();
    }
  }
}
