package dev.cairn.model;

import java.util.Objects;

/** An account. {@code displayName} and {@code email} may be empty, never null. */
public record Account(AccountId id, String displayName, String email) {
  public Account {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(displayName, "displayName");
    Objects.requireNonNull(email, "email");
  }
}
