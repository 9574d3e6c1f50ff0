package dev.cairn.core.bucket;

import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.StorageClass;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Buckets by name. */
public interface BucketCatalog {
  Uni<Optional<Bucket>> find(BucketName name);

  /** The new bucket, or empty when one of this name exists. */
  Uni<Optional<Bucket>> create(BucketName name, Account owner, BucketSettings settings);

  /** Fails with {@link dev.cairn.model.Failure.NoSuchBucket}. */
  Uni<Void> setAcl(Bucket bucket, Acl acl);

  /**
   * Sets the class of objects whose writer names none. Objects that are there keep theirs.
   *
   * <p>Fails with {@link dev.cairn.model.Failure.NoSuchBucket}.
   */
  Uni<Void> setStorageClass(Bucket bucket, StorageClass storageClass);

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
