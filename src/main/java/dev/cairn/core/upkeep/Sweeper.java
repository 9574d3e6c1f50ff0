package dev.cairn.core.upkeep;

import dev.cairn.core.content.BlobCatalog;
import io.smallrye.mutiny.Uni;

/** Makes garbage of what a crash or a lost process left half-written. */
public final class Sweeper implements UpkeepTask {
  private final BlobCatalog catalog;

  public Sweeper(BlobCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Uni<Integer> run() {
    return catalog.sweepLapsed();
  }
}
