package dev.cairn.core.bucket;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.Account;
import io.smallrye.mutiny.Uni;

/** Lists the caller's own buckets. */
public final class ListBucketsHandler implements Handler<ListBuckets, ListBucketsResult> {
  private final BucketCatalog buckets;

  public ListBucketsHandler(BucketCatalog buckets) {
    this.buckets = buckets;
  }

  @Override
  public Class<ListBuckets> input() {
    return ListBuckets.class;
  }

  @Override
  public Uni<ListBucketsResult> handle(Call call, ListBuckets input) {
    Account owner = call.account();
    return buckets
        .list(owner.id(), input.prefix(), input.after(), input.limit() + 1)
        .map(
            found -> {
              boolean truncated = found.size() > input.limit();
              return new ListBucketsResult(
                  owner, truncated ? found.subList(0, input.limit()) : found, truncated);
            });
  }
}
