package dev.cairn.core.object;

import dev.cairn.model.Failure;
import java.time.Instant;

/** What became of one {@link Publication}: each of a batch has its own. */
public sealed interface PublishOutcome {
  record Published(Instant lastModified) implements PublishOutcome {}

  /** Nothing changed: the condition does not hold, or the bucket is gone. */
  record Rejected(Failure failure) implements PublishOutcome {}

  /**
   * Nobody knows, or the pending blob is lost. What the publication names is left alone: the
   * sweeper takes it unless it is published.
   */
  record Unresolved(Failure failure) implements PublishOutcome {}
}
