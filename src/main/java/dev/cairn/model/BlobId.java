package dev.cairn.model;

import java.util.Objects;
import java.util.UUID;

/** Identity of a blob: bytes on disk, immutable once they belong to an object or a part. UUIDv7. */
public record BlobId(UUID value) {
  public BlobId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
