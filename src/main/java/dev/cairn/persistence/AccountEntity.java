package dev.cairn.persistence;

import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code accounts}. */
@Entity
@Table(name = "accounts")
class AccountEntity {
  @Id
  @Column(columnDefinition = "text")
  String id;

  @Column(name = "display_name", nullable = false, columnDefinition = "text")
  String displayName;

  @Column(nullable = false, columnDefinition = "text")
  String email;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  Account toAccount() {
    return new Account(new AccountId(id), displayName, email);
  }
}
