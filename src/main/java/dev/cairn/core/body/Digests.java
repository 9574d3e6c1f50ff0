package dev.cairn.core.body;

import dev.cairn.model.DigestAlgorithm;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Digests of the bytes that pass, computed beside their writing: each algorithm is an ordered chain
 * of its own on the executor, so that they run side by side too.
 */
public final class Digests {
  /** Slabs that may wait for the slowest algorithm before the sender waits as well. */
  private static final int BACKLOG = 4;

  private final Map<DigestAlgorithm, OrderedChain> chains = new EnumMap<>(DigestAlgorithm.class);
  private final Map<DigestAlgorithm, Digest> digests = new EnumMap<>(DigestAlgorithm.class);
  private final Map<DigestAlgorithm, byte[]> values = new ConcurrentHashMap<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final Gate backlog;
  private volatile boolean abandoned;

  public Digests(Set<DigestAlgorithm> algorithms, Executor executor) {
    for (DigestAlgorithm algorithm : algorithms) {
      chains.put(algorithm, new OrderedChain(executor));
      digests.put(algorithm, Digest.of(algorithm));
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
    chains.forEach(
        (algorithm, chain) -> {
          slab.retain();
          backlog.enter();
          chain.add(() -> digest(algorithm, slab));
        });
  }

  private void digest(DigestAlgorithm algorithm, Slab slab) {
    try {
      if (!abandoned) {
        digests.get(algorithm).update(slab.bytes());
      }
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    } finally {
      slab.release();
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
    CompletableFuture<?>[] ends =
        chains.entrySet().stream()
            .map(entry -> valueOf(entry.getKey(), entry.getValue()))
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(ends).thenApply(ended -> new DigestValues(values));
  }

  private CompletableFuture<Void> valueOf(DigestAlgorithm algorithm, OrderedChain chain) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    chain.add(
        () -> {
          if (failure.get() == null) {
            values.put(algorithm, digests.get(algorithm).value());
            end.complete(null);
          } else {
            end.completeExceptionally(failure.get());
          }
        });
    return end;
  }

  /** Nobody wants the values: what waits is released unread. Completes when no slab is held. */
  public Uni<Void> abandon() {
    abandoned = true;
    return backlog.idle();
  }
}
