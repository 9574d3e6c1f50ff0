package dev.cairn.blob;

import dev.cairn.model.Failure.NoSpace;
import dev.cairn.model.FailureException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the disk says to a writer, in words of the model.
 *
 * @param place a folder on the disk
 */
record DiskFailures(Path place) {
  /**
   * ENOSPC and EDQUOT: Java hands on the system's words, in its user's language, not its number.
   */
  private static final List<String> NO_SPACE =
      List.of("No space left on device", "Disk quota exceeded", "There is not enough space");

  /** Less room than any one write may need. */
  private static final long FULL = 1 << 20;

  /** Causes are few; more would be a circle. */
  private static final int DEEPEST = 8;

  Throwable translate(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (isNoSpace(cause)) {
        return new FailureException(new NoSpace(), failure);
      }
      cause = cause.getCause();
    }
    return failure;
  }

  private boolean isNoSpace(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return NO_SPACE.stream().anyMatch(message::contains) || (hasNoName(cause) && isFull());
  }

  /** The kinds of failure that have a class of their own are other ones. */
  private static boolean hasNoName(Throwable cause) {
    return cause.getClass() == IOException.class || cause.getClass() == FileSystemException.class;
  }

  private boolean isFull() {
    try {
      return Files.getFileStore(place).getUsableSpace() < FULL;
    } catch (IOException e) {
      return false;
    }
  }
}
