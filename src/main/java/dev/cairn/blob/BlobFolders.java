package dev.cairn.blob;

import dev.cairn.model.BlobId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where blobs lie: {@code blobs/xx/yy/<id>}, xx and yy being the third and fourth byte of the id.
 * An id begins with its time in milliseconds, so a folder collects the blobs of 65 seconds: few
 * folders are made, and the one in use is the same for all writers.
 *
 * <p>All methods that touch the disk block.
 */
final class BlobFolders {
  /** Folders that are known to be durable: more than are ever in use at a time. */
  private static final int REMEMBERED = 16;

  private final Path root;

  /** Folders that this process has seen into their parents, the latest first. */
  private final Deque<Path> durable = new ArrayDeque<>();

  BlobFolders(Path dataFolder) {
    this.root = dataFolder.resolve("blobs").toAbsolutePath();
  }

  Path file(BlobId id) {
    long time = id.value().getMostSignificantBits();
    return root.resolve("%02x".formatted((time >>> 40) & 0xff))
        .resolve("%02x".formatted((time >>> 32) & 0xff))
        .resolve(id.toString());
  }

  /** Whether {@link #make} has nothing to do. Does not block. */
  boolean isDurable(Path folder) {
    synchronized (durable) {
      return durable.contains(folder);
    }
  }

  /**
   * Makes a folder and those above it, and makes each durable in its parent. A folder that is there
   * already is no proof of that: another process may just have made it.
   */
  void make(Path folder) throws IOException {
    for (Path above : new Path[] {root, folder.getParent(), folder}) {
      if (!isDurable(above)) {
        makeOne(above);
        sync(above.getParent());
        remember(above);
      }
    }
  }

  private static void makeOne(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private void remember(Path folder) {
    synchronized (durable) {
      durable.addFirst(folder);
      if (durable.size() > REMEMBERED) {
        durable.removeLast();
      }
    }
  }

  /** Makes a folder's entries durable. */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
