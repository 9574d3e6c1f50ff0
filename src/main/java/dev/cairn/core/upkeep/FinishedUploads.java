package dev.cairn.core.upkeep;

import dev.cairn.core.multipart.UploadCatalog;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Forgets finished uploads when nobody will repeat their completion any more. */
public final class FinishedUploads implements UpkeepTask {
  private final UploadCatalog catalog;
  private final Duration remembered;

  public FinishedUploads(UploadCatalog catalog, Duration remembered) {
    this.catalog = catalog;
    this.remembered = remembered;
  }

  @Override
  public Uni<Integer> run() {
    return catalog.forgetFinished(remembered);
  }
}
