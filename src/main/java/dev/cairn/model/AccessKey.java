package dev.cairn.model;

import java.util.Objects;

/** A long-lived pair of access key id and secret, with the account that it speaks for. */
public record AccessKey(String id, String secret, Account account) {
  public AccessKey {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(secret, "secret");
    Objects.requireNonNull(account, "account");
  }

  /** Never shows the secret: records end up in logs. */
  @Override
  public String toString() {
    return "AccessKey[id=" + id + ", account=" + account.id() + "]";
  }
}
