package dev.cairn.core.bucket;

import dev.cairn.core.Remembered;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.StorageClass;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A catalog whose buckets are not looked up for every request. */
public final class RememberedBuckets implements BucketCatalog {
  private final BucketCatalog catalog;
  private final Remembered.Epoch epoch;
  private final Remembered<BucketName, Bucket> found;

  /**
   * @param maxAge how long a change that another process makes may go unnoticed
   */
  public RememberedBuckets(BucketCatalog catalog, Remembered.Epoch epoch, Duration maxAge) {
    this.catalog = catalog;
    this.epoch = epoch;
    this.found = new Remembered<>(catalog::find, epoch, maxAge);
  }

  @Override
  public Uni<Optional<Bucket>> find(BucketName name) {
    return found.find(name);
  }

  @Override
  public Uni<Optional<Bucket>> create(BucketName name, Account owner, BucketSettings settings) {
    return epoch.endingWith(catalog.create(name, owner, settings));
  }

  @Override
  public Uni<Void> setAcl(Bucket bucket, Acl acl) {
    return epoch.endingWith(catalog.setAcl(bucket, acl));
  }

  @Override
  public Uni<Void> setStorageClass(Bucket bucket, StorageClass storageClass) {
    return epoch.endingWith(catalog.setStorageClass(bucket, storageClass));
  }

  @Override
  public Uni<Void> delete(Bucket bucket) {
    return epoch.endingWith(catalog.delete(bucket));
  }

  @Override
  public Uni<List<Bucket>> list(AccountId owner, String prefix, String after, int limit) {
    return catalog.list(owner, prefix, after, limit);
  }
}
