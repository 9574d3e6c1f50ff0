package dev.cairn.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code access_keys}; the secret as {@link SecretCipher} made it. */
@Entity
@Table(name = "access_keys")
class AccessKeyEntity {
  @Id
  @Column(columnDefinition = "text")
  String id;

  @Column(name = "account_id", nullable = false, columnDefinition = "text")
  String accountId;

  @Column(nullable = false)
  byte[] secret;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;
}
