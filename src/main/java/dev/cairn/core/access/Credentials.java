package dev.cairn.core.access;

import dev.cairn.model.AccessKey;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Finds the key that somebody says to sign with: a long-lived one or, together with its token, a
 * temporary one.
 */
public final class Credentials {
  /** In characters, all of them visible ASCII; nothing else is worth a look at the catalog. */
  private static final int LONGEST_ID = 128;

  private final AccountCatalog accounts;
  private final SessionCatalog sessions;
  private final InstantSource clock;

  /**
   * A key, and who calls if it has made the signature.
   *
   * @param key to verify the signature with, before the caller counts
   */
  public record Credential(AccessKey key, Caller.Authenticated caller) {}

  public Credentials(AccountCatalog accounts, SessionCatalog sessions, InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Fails with {@link Failure.UnknownAccessKey}, also for a temporary key without its token; with
   * {@link Failure.InvalidToken}, {@link Failure.ExpiredToken} and, for a long-lived key with a
   * token, {@link Failure.UnexpectedToken}.
   *
   * @param token as it was sent; empty: none
   */
  public Uni<Credential> find(String accessKeyId, Optional<String> token) {
    if (accessKeyId.length() > LONGEST_ID
        || !accessKeyId.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return Uni.createFrom().failure(new Failure.UnknownAccessKey(accessKeyId).exception());
    }
    return token
        .map(sent -> findTemporary(accessKeyId, sent))
        .orElseGet(() -> findLongLived(accessKeyId));
  }

  private Uni<Credential> findLongLived(String id) {
    return accounts
        .findKey(id)
        .map(found -> found.orElseThrow(() -> new Failure.UnknownAccessKey(id).exception()))
        .map(key -> new Credential(key, new Caller.Authenticated(key.account(), key.id())));
  }

  private Uni<Credential> findTemporary(String id, String token) {
    return sessions
        .find(id)
        .chain(
            found ->
                found.isPresent()
                    ? Uni.createFrom().item(() -> checked(found.get(), token))
                    : findLongLived(id)
                        .map(
                            key -> {
                              throw new Failure.UnexpectedToken(id).exception();
                            }));
  }

  private Credential checked(TemporaryKey temporary, String token) {
    if (!temporary.belongsTo(token)) {
      throw new Failure.InvalidToken().exception();
    }
    Instant now = clock.instant();
    Instant expiresAt = temporary.session().expiresAt();
    if (!now.isBefore(expiresAt)) {
      throw new Failure.ExpiredToken(expiresAt, now).exception();
    }
    AccessKey key = temporary.key();
    return new Credential(
        key, new Caller.Authenticated(key.account(), key.id(), Optional.of(temporary.session())));
  }
}
