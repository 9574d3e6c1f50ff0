package dev.cairn.model;

import java.util.Objects;
import java.util.Optional;

/** Who makes a request, once that is known. */
public sealed interface Caller {
  /** Nobody signed the request. */
  record Anonymous() implements Caller {}

  /**
   * The holder of an access key of this account signed the request.
   *
   * @param session of a temporary key
   */
  record Authenticated(Account account, String accessKeyId, Optional<Session> session)
      implements Caller {
    public Authenticated {
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(accessKeyId, "accessKeyId");
      Objects.requireNonNull(session, "session");
    }

    /** With a long-lived key. */
    public Authenticated(Account account, String accessKeyId) {
      this(account, accessKeyId, Optional.empty());
    }
  }

  default Optional<Account> findAccount() {
    return this instanceof Authenticated known ? Optional.of(known.account()) : Optional.empty();
  }

  /** The session of temporary credentials. */
  default Optional<Session> findSession() {
    return this instanceof Authenticated known ? known.session() : Optional.empty();
  }

  /** Whether the caller's session, where it has one, leaves it this. It gives nobody anything. */
  default boolean isLeft(Access access) {
    return findSession().map(session -> session.allows(access)).orElse(true);
  }
}
