package dev.cairn.admin;

import dev.cairn.model.AccessKey;
import dev.cairn.model.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** Knows the root credentials, and tells them in an Authorization header of the Basic scheme. */
public final class RootLogin {

  private static final String SCHEME = "basic ";

  private final byte[] expected;
  private final AccountId account;

  public RootLogin(AccessKey root) {
    this.expected = digest((root.id() + ":" + root.secret()).getBytes(StandardCharsets.UTF_8));
    this.account = root.account().id();
  }

  /** The root account. */
  AccountId account() {
    return account;
  }

  /** Whether the header, null where there is none, shows the root credentials. */
  boolean admits(String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return false;
    }
    try {
      byte[] shown = Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip());
      // Digests are of one length, so that the time tells nothing of the secret's.
      return MessageDigest.isEqual(expected, digest(shown));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
