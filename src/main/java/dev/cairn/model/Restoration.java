package dev.cairn.model;

import java.time.Instant;
import java.util.Objects;

/**
 * The copy of an archived object that can be read for a while. A lapsed one is none.
 *
 * @param ongoing it is still being made
 * @param expiresAt from then on the object cannot be read any more
 */
public record Restoration(boolean ongoing, Instant expiresAt) {
  public Restoration {
    Objects.requireNonNull(expiresAt, "expiresAt");
  }
}
