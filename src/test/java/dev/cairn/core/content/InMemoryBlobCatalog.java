package dev.cairn.core.content;

import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The record of unnamed blobs, in memory, on a clock that the test may turn. */
public final class InMemoryBlobCatalog implements BlobCatalog {
  private final InstantSource clock;
  private final Map<BlobId, Instant> pending = new LinkedHashMap<>();
  private final Map<BlobId, Instant> garbage = new LinkedHashMap<>();
  private final Map<BlobId, Instant> readLeases = new LinkedHashMap<>();

  public InMemoryBlobCatalog() {
    this(InstantSource.system());
  }

  public InMemoryBlobCatalog(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Uni<Void> registerPending(BlobId blob, Duration lease) {
    return run(() -> pending.put(blob, clock.instant().plus(lease)));
  }

  @Override
  public Uni<Set<BlobId>> renewPending(Collection<BlobId> blobs, Duration lease) {
    return supply(
        () -> {
          Set<BlobId> renewed = new HashSet<>(blobs);
          renewed.retainAll(pending.keySet());
          renewed.forEach(blob -> pending.put(blob, clock.instant().plus(lease)));
          return renewed;
        });
  }

  @Override
  public Uni<Void> forgetPending(BlobId blob) {
    return run(() -> pending.remove(blob));
  }

  @Override
  public Uni<Integer> sweepLapsed() {
    return supply(
        () -> {
          List<BlobId> lapsed =
              pending.entrySet().stream()
                  .filter(entry -> entry.getValue().isBefore(clock.instant()))
                  .map(Map.Entry::getKey)
                  .toList();
          lapsed.forEach(this::throwAway);
          return lapsed.size();
        });
  }

  @Override
  public Uni<List<BlobId>> findGarbage(Duration delay, int limit) {
    return supply(
        () ->
            garbage.entrySet().stream()
                .filter(entry -> entry.getValue().plus(delay).isBefore(clock.instant()))
                .map(Map.Entry::getKey)
                .filter(blob -> !isLeasedForReading(blob))
                .limit(limit)
                .toList());
  }

  @Override
  public Uni<Void> forgetGarbage(Collection<BlobId> blobs) {
    return run(() -> blobs.forEach(garbage::remove));
  }

  @Override
  public Uni<Void> leaseForReading(Collection<BlobId> blobs, Duration lease) {
    return run(() -> blobs.forEach(blob -> readLeases.put(blob, clock.instant().plus(lease))));
  }

  /** As the transaction does that makes an object or a part name the blob. */
  public synchronized void publish(BlobId blob) {
    if (pending.remove(blob) == null) {
      throw new IllegalStateException("not pending: " + blob);
    }
  }

  /** As the transaction does that takes the blob from its object or part. */
  public synchronized void throwAway(BlobId blob) {
    pending.remove(blob);
    garbage.put(blob, clock.instant());
  }

  public synchronized Set<BlobId> pending() {
    return Set.copyOf(pending.keySet());
  }

  public synchronized Set<BlobId> garbage() {
    return Set.copyOf(garbage.keySet());
  }

  public synchronized boolean isLeasedForReading(BlobId blob) {
    Instant end = readLeases.get(blob);
    return end != null && !end.isBefore(clock.instant());
  }

  private Uni<Void> run(Runnable change) {
    return supply(
        () -> {
          change.run();
          return null;
        });
  }

  private <T> Uni<T> supply(Supplier<T> query) {
    return Uni.createFrom()
        .item(
            () -> {
              synchronized (this) {
                return query.get();
              }
            });
  }
}
