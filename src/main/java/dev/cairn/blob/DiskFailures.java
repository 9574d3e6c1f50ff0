package dev.cairn.blob;

import dev.cairn.model.Failure.NoSpace;
import dev.cairn.model.FailureException;
import java.util.List;

/** What the disk says, in words of the model. */
final class DiskFailures {
  /** ENOSPC and EDQUOT: Java hands on the system's words, not its numbers. */
  private static final List<String> NO_SPACE =
      List.of("No space left on device", "Disk quota exceeded", "There is not enough space");

  /** Causes are few; more would be a circle. */
  private static final int DEEPEST = 8;

  private DiskFailures() {}

  static Throwable translate(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      String message = String.valueOf(cause.getMessage());
      if (NO_SPACE.stream().anyMatch(message::contains)) {
        return new FailureException(new NoSpace(), failure);
      }
      cause = cause.getCause();
    }
    return failure;
  }
}
