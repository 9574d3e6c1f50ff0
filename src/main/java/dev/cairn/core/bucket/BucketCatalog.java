package dev.cairn.core.bucket;

import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Buckets by name. */
public interface BucketCatalog {
  Uni<Optional<Bucket>> find(BucketName name);

  /** The new bucket, or empty when one of this name exists. */
  Uni<Optional<Bucket>> create(BucketName name, Account owner, String region);

  /**
   * Deletes the bucket with its uploads in progress.
   *
   * <p>Fails with {@link dev.cairn.model.Failure.BucketNotEmpty} while it holds an object, and with
   * {@link dev.cairn.model.Failure.NoSuchBucket}.
   */
  Uni<Void> delete(Bucket bucket);

  /** Buckets of an owner with the prefix, in byte order of their names, after {@code after}. */
  Uni<List<Bucket>> list(AccountId owner, String prefix, String after, int limit);
}
