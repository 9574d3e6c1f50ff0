package dev.cairn.core.access;

import dev.cairn.model.AccountId;
import java.util.Objects;
import java.util.Optional;

/**
 * A role as a client names it. There are no roles here: a session in one is a session of the
 * caller's account, and the name is what the session calls itself.
 *
 * @param text as it was sent
 * @param account that it names; empty for none
 * @param name without its path
 */
public record RoleArn(String text, Optional<AccountId> account, String name) {
  public RoleArn {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(name, "name");
  }
}
