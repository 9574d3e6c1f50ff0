package dev.cairn.core.access;

import dev.cairn.core.bucket.BucketCatalog;
import dev.cairn.model.AccountId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Decides whether a caller may do something. A bucket's owner may do everything, others nothing.
 */
public final class Gatekeeper {
  private final BucketCatalog buckets;

  public Gatekeeper(BucketCatalog buckets) {
    this.buckets = buckets;
  }

  /**
   * The bucket, if the caller has the permission on it.
   *
   * @param expectedOwner account that the caller believes to own the bucket; another one is refused
   */
  public Uni<Bucket> admit(
      Caller caller, Permission permission, BucketName name, Optional<AccountId> expectedOwner) {
    return buckets
        .find(name)
        .map(
            found -> {
              Bucket bucket = found.orElseThrow(() -> new Failure.NoSuchBucket(name).exception());
              boolean owner =
                  caller.findAccount().filter(a -> a.id().equals(bucket.owner().id())).isPresent();
              if (!owner) {
                throw new Failure.AccessDenied(permission + " on " + name + " is its owner's alone")
                    .exception();
              }
              if (expectedOwner.isPresent() && !expectedOwner.get().equals(bucket.owner().id())) {
                throw new Failure.AccessDenied("the bucket is not owned by the expected account")
                    .exception();
              }
              return bucket;
            });
  }
}
