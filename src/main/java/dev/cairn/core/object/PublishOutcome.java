package dev.cairn.core.object;

import dev.cairn.model.Failure;
import java.time.Instant;

/** What became of one {@link Publication}: each of a batch has its own. */
public sealed interface PublishOutcome {
  record Published(Instant lastModified) implements PublishOutcome {}

  /** Nothing changed. The condition does not hold, the bucket is gone, the pending blob is lost. */
  record Rejected(Failure failure) implements PublishOutcome {}
}
