package dev.cairn.core.access;

import dev.cairn.model.AccessKey;
import dev.cairn.model.Session;

/** Temporary credentials that have just been made: the one time that the token is shown. */
public record IssuedSession(AccessKey key, String token, Session session) {
  /** Never shows what is secret. */
  @Override
  public String toString() {
    return "IssuedSession[" + key + ", " + session + "]";
  }
}
