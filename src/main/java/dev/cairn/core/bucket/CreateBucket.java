package dev.cairn.core.bucket;

import dev.cairn.core.Granting;
import dev.cairn.model.Acl;
import dev.cairn.model.BucketName;
import dev.cairn.model.StorageClass;
import java.util.Optional;

/**
 * Makes a bucket of the caller's.
 *
 * @param aclAgain whether the access control list is set when the caller owns the bucket already
 */
public record CreateBucket(BucketName name, BucketSettings settings, boolean aclAgain)
    implements Granting<CreateBucketResult> {
  /** One that leaves a bucket of the caller's as it is. */
  public CreateBucket(BucketName name, BucketSettings settings) {
    this(name, settings, false);
  }

  /**
   * A private one.
   *
   * @param region location constraint, empty where none was given
   */
  public CreateBucket(BucketName name, String region) {
    this(name, BucketSettings.in(region));
  }

  /** The same, of a class. */
  public CreateBucket with(Optional<StorageClass> storageClass) {
    return new CreateBucket(name, settings.withStorageClass(storageClass), aclAgain);
  }

  @Override
  public Acl acl() {
    return settings.acl();
  }

  @Override
  public CreateBucket withAcl(Acl resolved) {
    return new CreateBucket(name, settings.withAcl(resolved), aclAgain);
  }
}
