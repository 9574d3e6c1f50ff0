package dev.cairn.core.bucket;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.Account;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import io.smallrye.mutiny.Uni;

/** Makes a bucket of the caller's. The database decides who is first. */
public final class CreateBucketHandler implements Handler<CreateBucket, CreateBucketResult> {
  private final BucketCatalog buckets;

  public CreateBucketHandler(BucketCatalog buckets) {
    this.buckets = buckets;
  }

  @Override
  public Class<CreateBucket> input() {
    return CreateBucket.class;
  }

  @Override
  public Uni<CreateBucketResult> handle(Call call, CreateBucket input) {
    Account owner = call.account();
    return buckets
        .create(input.name(), owner, input.settings())
        .flatMap(
            made ->
                made.isPresent()
                    ? Uni.createFrom().item(new CreateBucketResult(made.get(), true))
                    : buckets
                        .find(input.name())
                        .map(found -> taken(found.orElse(null), owner, input))
                        .call(done -> setAgain(done.bucket(), input)));
  }

  private static CreateBucketResult taken(Bucket existing, Account caller, CreateBucket input) {
    // A bucket that vanished since was somebody's a moment ago: the answer is still true.
    if (existing == null || !existing.owner().id().equals(caller.id())) {
      throw new Failure.BucketAlreadyExists(input.name()).exception();
    }
    return new CreateBucketResult(existing, false);
  }

  private Uni<Void> setAgain(Bucket bucket, CreateBucket input) {
    return input.aclAgain() ? buckets.setAcl(bucket, input.acl()) : Uni.createFrom().voidItem();
  }
}
