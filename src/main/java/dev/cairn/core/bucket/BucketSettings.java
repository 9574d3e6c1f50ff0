package dev.cairn.core.bucket;

import dev.cairn.model.Acl;
import dev.cairn.model.StorageClass;
import java.util.Optional;

/**
 * What the maker of a bucket says of it besides its name.
 *
 * @param region location constraint, empty where none was given
 * @param storageClass of objects whose writer names none
 */
public record BucketSettings(String region, Acl acl, Optional<StorageClass> storageClass) {
  /** A private bucket that a maker says nothing else of. */
  public static BucketSettings in(String region) {
    return new BucketSettings(region, Acl.PRIVATE, Optional.empty());
  }

  public BucketSettings withStorageClass(Optional<StorageClass> other) {
    return new BucketSettings(region, acl, other);
  }

  public BucketSettings withAcl(Acl other) {
    return new BucketSettings(region, other, storageClass);
  }
}
