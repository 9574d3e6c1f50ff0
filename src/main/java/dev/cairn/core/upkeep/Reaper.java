package dev.cairn.core.upkeep;

import dev.cairn.core.body.AsyncLoop;
import dev.cairn.core.content.BlobCatalog;
import dev.cairn.core.content.BlobStore;
import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Removes the bytes of garbage that no reader can want any more, then its record. */
public final class Reaper implements UpkeepTask {
  private static final System.Logger LOG = System.getLogger(Reaper.class.getName());

  /** Blobs of one round: one query before their removal and one statement after it. */
  private static final int ROUND = 1000;

  /** Those of one time lie in one folder, and share its sync. */
  private static final int REMOVALS_AT_ONCE = 32;

  private final BlobCatalog catalog;
  private final BlobStore store;
  private final Duration delay;

  /**
   * @param delay between the deletion of an object and the removal of its bytes: reads that began
   *     before go on
   */
  public Reaper(BlobCatalog catalog, BlobStore store, Duration delay) {
    this.catalog = catalog;
    this.store = store;
    this.delay = delay;
  }

  @Override
  public Uni<Integer> run() {
    return Uni.createFrom()
        .deferred(
            () -> {
              AtomicInteger reaped = new AtomicInteger();
              return AsyncLoop.repeatWhile(() -> round(reaped)).map(end -> reaped.get());
            });
  }

  /** Answers whether there may be more. A blob that resists is left for the next run. */
  private Uni<Boolean> round(AtomicInteger reaped) {
    return catalog
        .findGarbage(delay, ROUND)
        .chain(
            garbage ->
                removeAll(garbage)
                    .invoke(removed -> reaped.addAndGet(removed.size()))
                    .call(this::forget)
                    .map(removed -> garbage.size() == ROUND && removed.size() == ROUND));
  }

  private Uni<List<BlobId>> removeAll(List<BlobId> garbage) {
    return Multi.createFrom()
        .iterable(garbage)
        .onItem()
        .transformToUni(this::remove)
        .merge(REMOVALS_AT_ONCE)
        .collect()
        .asList();
  }

  /** Answers the blob, or nothing when it could not be removed. */
  private Uni<BlobId> remove(BlobId blob) {
    return store
        .delete(blob)
        .replaceWith(blob)
        .onFailure()
        .invoke(failure -> LOG.log(System.Logger.Level.WARNING, "cannot remove " + blob, failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> forget(List<BlobId> removed) {
    return removed.isEmpty() ? Uni.createFrom().voidItem() : catalog.forgetGarbage(removed);
  }
}
