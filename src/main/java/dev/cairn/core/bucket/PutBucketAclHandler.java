package dev.cairn.core.bucket;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import io.smallrye.mutiny.Uni;

/** Replaces the access control list of a bucket. An owner stays the owner. */
public final class PutBucketAclHandler implements Handler<PutBucketAcl, Void> {
  private final BucketCatalog buckets;

  public PutBucketAclHandler(BucketCatalog buckets) {
    this.buckets = buckets;
  }

  @Override
  public Class<PutBucketAcl> input() {
    return PutBucketAcl.class;
  }

  @Override
  public Uni<Void> handle(Call call, PutBucketAcl input) {
    Bucket bucket = call.inBucket();
    if (input.statedOwner().filter(stated -> !stated.equals(bucket.owner().id())).isPresent()) {
      throw new Failure.AccessDenied("the list names another owner").exception();
    }
    return buckets.setAcl(bucket, input.acl());
  }
}
