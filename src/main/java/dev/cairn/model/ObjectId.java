package dev.cairn.model;

import java.util.Objects;
import java.util.UUID;

/**
 * Identity of one stored object: another one for each write of a key. An object assembled from
 * parts bears the id of its upload.
 */
public record ObjectId(UUID value) {
  public ObjectId {
    Objects.requireNonNull(value, "value");
  }
}
