package dev.cairn.core.access;

import dev.cairn.model.AccountId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides whether an operation on a bucket may begin: by the bucket's owner and its access control
 * list. What an object or an upload decides is asked when that is found, of {@link Rights}.
 */
public final class Gatekeeper {
  private final Function<BucketName, Uni<Optional<Bucket>>> buckets;

  /**
   * @param buckets finds a bucket by its name
   */
  public Gatekeeper(Function<BucketName, Uni<Optional<Bucket>>> buckets) {
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
        .apply(name)
        .map(
            found -> {
              Bucket bucket = found.orElseThrow(() -> new Failure.NoSuchBucket(name).exception());
              if (!new Rights(caller, bucket).admits(permission)) {
                throw new Failure.AccessDenied(permission + " on " + name + " is not granted")
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
