package dev.cairn.core.object;

import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import java.util.List;
import java.util.Optional;

/** Outcomes in the order of the entries. */
public record DeleteObjectsResult(List<Outcome> outcomes) {
  public record Outcome(ObjectKey key, Optional<String> version, Optional<Failure> failure) {}
}
