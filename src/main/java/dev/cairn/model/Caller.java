package dev.cairn.model;

import java.util.Objects;
import java.util.Optional;

/** Who makes a request, once that is known. */
public sealed interface Caller {
  /** Nobody signed the request. */
  record Anonymous() implements Caller {}

  /** The holder of an access key of this account signed the request. */
  record Authenticated(Account account, String accessKeyId) implements Caller {
    public Authenticated {
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(accessKeyId, "accessKeyId");
    }
  }

  default Optional<Account> findAccount() {
    return this instanceof Authenticated known ? Optional.of(known.account()) : Optional.empty();
  }
}
