package dev.cairn.core.bucket;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import io.smallrye.mutiny.Uni;

/** Deletes an empty bucket. */
public final class DeleteBucketHandler implements Handler<DeleteBucket, Void> {
  private final BucketCatalog buckets;

  public DeleteBucketHandler(BucketCatalog buckets) {
    this.buckets = buckets;
  }

  @Override
  public Class<DeleteBucket> input() {
    return DeleteBucket.class;
  }

  @Override
  public Uni<Void> handle(Call call, DeleteBucket input) {
    return buckets.delete(call.inBucket());
  }
}
