package dev.cairn.dialect.family.signature;

import dev.cairn.core.access.SessionCatalog;
import dev.cairn.core.access.TemporaryKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A catalog of sessions that a test made up. */
public record TemporaryKeys(List<TemporaryKey> keys) implements SessionCatalog {
  public static final TemporaryKeys NONE = new TemporaryKeys(List.of());

  @Override
  public Uni<Boolean> create(TemporaryKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<Optional<TemporaryKey>> find(String accessKeyId) {
    return Uni.createFrom()
        .item(keys.stream().filter(key -> key.key().id().equals(accessKeyId)).findFirst());
  }

  @Override
  public Uni<Integer> forgetExpired(Instant before) {
    throw new UnsupportedOperationException();
  }
}
