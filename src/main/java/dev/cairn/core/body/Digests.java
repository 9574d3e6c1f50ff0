package dev.cairn.core.body;

import dev.cairn.model.DigestAlgorithm;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Digests of the bytes that pass, computed beside their writing, and each algorithm beside the
 * others.
 */
public final class Digests {
  /** Slabs that may wait for the slowest algorithm before the sender waits as well. */
  private static final int BACKLOG = 4;

  private final Map<DigestAlgorithm, DigestChain> chains = new EnumMap<>(DigestAlgorithm.class);
  private final Gate backlog;

  public Digests(Set<DigestAlgorithm> algorithms, DigestWorkers workers) {
    for (DigestAlgorithm algorithm : algorithms) {
      chains.put(algorithm, workers.open(algorithm));
    }
    backlog = new Gate(BACKLOG * algorithms.size());
  }

  /** The digests of bytes that are all there, computed at once. */
  public static DigestValues of(Set<DigestAlgorithm> algorithms, ByteBuffer bytes) {
    Map<DigestAlgorithm, byte[]> values = new EnumMap<>(DigestAlgorithm.class);
    for (DigestAlgorithm algorithm : algorithms) {
      Digest digest = Digest.of(algorithm);
      digest.update(bytes.duplicate());
      values.put(algorithm, digest.value());
    }
    return new DigestValues(values);
  }

  /** Takes the bytes of the next slab; holds the slab until they are digested. */
  public void update(Slab slab) {
    for (DigestChain chain : chains.values()) {
      slab.retain();
      backlog.enter();
      chain.add(slab, () -> digested(slab));
    }
  }

  private void digested(Slab slab) {
    try {
      slab.release();
    } finally {
      backlog.leave();
    }
  }

  /** Completes when there is room for the next slab. */
  public Uni<Void> ready() {
    return backlog.opening();
  }

  /** The values, when every slab is digested; the last call but for {@link #abandon()}. */
  public Uni<DigestValues> finish() {
    return Uni.createFrom().completionStage(this::valuesOfAll);
  }

  private CompletableFuture<DigestValues> valuesOfAll() {
    Map<DigestAlgorithm, CompletableFuture<byte[]>> values = new EnumMap<>(DigestAlgorithm.class);
    chains.forEach((algorithm, chain) -> values.put(algorithm, chain.value()));
    return CompletableFuture.allOf(values.values().toArray(CompletableFuture<?>[]::new))
        .thenApply(
            ended -> {
              Map<DigestAlgorithm, byte[]> known = new EnumMap<>(DigestAlgorithm.class);
              values.forEach((algorithm, value) -> known.put(algorithm, value.resultNow()));
              return new DigestValues(known);
            });
  }

  /** Nobody wants the values: what waits is released unread. Completes when no slab is held. */
  public Uni<Void> abandon() {
    chains.values().forEach(DigestChain::abandon);
    return backlog.idle();
  }
}
