package dev.cairn.core.access;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/**
 * The temporary keys that are out. One ends with its account and with the long-lived key that it
 * goes back to. Secrets are encrypted at rest.
 */
public interface SessionCatalog {
  /** False when the id is taken, or when the long-lived key is gone. */
  Uni<Boolean> create(TemporaryKey key);

  /** Expired ones too, as long as they are remembered. */
  Uni<Optional<TemporaryKey>> find(String accessKeyId);

  /** Forgets keys that expired before this. Returns how many. */
  Uni<Integer> forgetExpired(Instant before);
}
