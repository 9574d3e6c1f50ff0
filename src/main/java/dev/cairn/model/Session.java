package dev.cairn.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What temporary credentials stand for besides their account.
 *
 * @param issuer id of the long-lived access key that they go back to; they end with it
 * @param policies each of which must allow whatever is done; none: nothing is narrowed
 */
public record Session(
    String issuer, Identity identity, List<SessionPolicy> policies, Instant expiresAt) {

  /** What the session calls itself. */
  public sealed interface Identity {
    /** Its account, nothing else. */
    record Self() implements Identity {}

    /** A role, in a session of this name. */
    record AssumedRole(String role, String name) implements Identity {}

    /** Somebody whom only the application knows. */
    record Federated(String name) implements Identity {}
  }

  public Session {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(identity, "identity");
    policies = List.copyOf(policies);
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  public boolean allows(Access access) {
    return policies.stream().allMatch(policy -> policy.allows(access));
  }
}
