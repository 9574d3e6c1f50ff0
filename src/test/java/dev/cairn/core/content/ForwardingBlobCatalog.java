package dev.cairn.core.content;

import dev.cairn.model.BlobId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A catalog before another one, for tests that change one of its methods. */
public class ForwardingBlobCatalog implements BlobCatalog {
  private final BlobCatalog catalog;

  public ForwardingBlobCatalog(BlobCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Uni<Void> registerPending(BlobId blob, Duration lease) {
    return catalog.registerPending(blob, lease);
  }

  @Override
  public Uni<Set<BlobId>> renewPending(Collection<BlobId> blobs, Duration lease) {
    return catalog.renewPending(blobs, lease);
  }

  @Override
  public Uni<Void> forgetPending(BlobId blob) {
    return catalog.forgetPending(blob);
  }

  @Override
  public Uni<Integer> sweepLapsed() {
    return catalog.sweepLapsed();
  }

  @Override
  public Uni<List<BlobId>> findGarbage(Duration delay, int limit) {
    return catalog.findGarbage(delay, limit);
  }

  @Override
  public Uni<Void> forgetGarbage(Collection<BlobId> blobs) {
    return catalog.forgetGarbage(blobs);
  }

  @Override
  public Uni<Void> leaseForReading(Collection<BlobId> blobs, Duration lease) {
    return catalog.leaseForReading(blobs, lease);
  }
}
