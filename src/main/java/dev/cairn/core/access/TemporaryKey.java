package dev.cairn.core.access;

import dev.cairn.model.AccessKey;
import dev.cairn.model.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * An access key that is good for a while, and only together with a token. Of the token the store
 * keeps no more than it takes to know it again.
 *
 * @param tokenDigest SHA-256 of the token
 */
public record TemporaryKey(AccessKey key, byte[] tokenDigest, Session session) {
  public TemporaryKey {
    Objects.requireNonNull(key, "key");
    tokenDigest = tokenDigest.clone();
    Objects.requireNonNull(session, "session");
  }

  public static TemporaryKey with(AccessKey key, String token, Session session) {
    return new TemporaryKey(key, digest(token), session);
  }

  @Override
  public byte[] tokenDigest() {
    return tokenDigest.clone();
  }

  /** Whether this is the token; takes as long for one that nearly is as for any other. */
  boolean belongsTo(String token) {
    return MessageDigest.isEqual(tokenDigest, digest(token));
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TemporaryKey that
        && key.equals(that.key)
        && MessageDigest.isEqual(tokenDigest, that.tokenDigest)
        && session.equals(that.session);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, session);
  }

  /** Never shows what is secret. */
  @Override
  public String toString() {
    return "TemporaryKey[" + key + ", " + session + "]";
  }
}
