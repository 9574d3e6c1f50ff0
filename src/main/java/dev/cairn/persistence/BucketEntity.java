package dev.cairn.persistence;

import dev.cairn.model.Account;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.StorageClass;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code buckets}. */
@Entity
@Table(name = "buckets")
class BucketEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(nullable = false, unique = true, columnDefinition = "text")
  String name;

  @Column(nullable = false, columnDefinition = "text")
  String owner;

  @Column(nullable = false, columnDefinition = "text")
  String region;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  /** JSON of {@link AclJson}; null for a private one. */
  @Column(columnDefinition = "text")
  String acl;

  @Column(name = "storage_class", columnDefinition = "text")
  String storageClass;

  Bucket toBucket(Account ownerAccount) {
    return new Bucket(
        id,
        new BucketName(name),
        ownerAccount,
        region,
        createdAt,
        AclJson.acl(acl == null ? null : new JsonObject(acl)),
        Optional.ofNullable(storageClass).map(StorageClass::valueOf));
  }
}
