package dev.cairn.core.bucket;

import dev.cairn.core.Input;
import dev.cairn.model.BucketName;

/** Makes a bucket of the caller's. */
public record CreateBucket(BucketName name, BucketSettings settings)
    implements Input<CreateBucketResult> {
  /**
   * A private one.
   *
   * @param region location constraint, empty where none was given
   */
  public CreateBucket(BucketName name, String region) {
    this(name, BucketSettings.in(region));
  }
}
