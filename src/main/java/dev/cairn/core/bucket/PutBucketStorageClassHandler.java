package dev.cairn.core.bucket;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import io.smallrye.mutiny.Uni;

/** Sets a bucket's default class. */
public final class PutBucketStorageClassHandler implements Handler<PutBucketStorageClass, Void> {
  private final BucketCatalog buckets;

  public PutBucketStorageClassHandler(BucketCatalog buckets) {
    this.buckets = buckets;
  }

  @Override
  public Class<PutBucketStorageClass> input() {
    return PutBucketStorageClass.class;
  }

  @Override
  public Uni<Void> handle(Call call, PutBucketStorageClass input) {
    return buckets.setStorageClass(call.inBucket(), input.storageClass());
  }
}
