package dev.cairn.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A bucket as the catalog knows it.
 *
 * @param id never used twice, so that a bucket deleted and made again is another one
 * @param region the location constraint it was made with; empty where none was given
 * @param storageClass of objects whose writer names none; empty: {@link StorageClass#STANDARD}
 */
public record Bucket(
    long id,
    BucketName name,
    Account owner,
    String region,
    Instant createdAt,
    Acl acl,
    Optional<StorageClass> storageClass) {
  public Bucket {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(acl, "acl");
    Objects.requireNonNull(storageClass, "storageClass");
  }

  /** What is kept of an object whose writer says this: it has the bucket's class or its own. */
  public ObjectMetadata classified(ObjectMetadata metadata) {
    return storageClass.isPresent() && metadata.storageClass().isEmpty()
        ? metadata.withStorageClass(storageClass)
        : metadata;
  }

  /** The class of objects whose writer names none. */
  public StorageClass defaultStorageClass() {
    return storageClass.orElse(StorageClass.STANDARD);
  }

  /** A private one without a default class. */
  public Bucket(long id, BucketName name, Account owner, String region, Instant createdAt) {
    this(id, name, owner, region, createdAt, Acl.PRIVATE, Optional.empty());
  }
}
