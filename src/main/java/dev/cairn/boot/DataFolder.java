package dev.cairn.boot;

import dev.cairn.boot.postgres.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Everything that the service keeps on disk lies below this. */
record DataFolder(Path path) {

  DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  /** Makes the folder, and finds out now whether it can be written. */
  void prepare() {
    try {
      FileTree.makeFolder(path);
      probe();
    } catch (IOException e) {
      throw new StartException(
          "CAIRN_DATA_DIR: cannot write to %s: %s %s"
              .formatted(path, e.getClass().getSimpleName(), e.getMessage()),
          e);
    }
  }

  /** Makes a file and removes it; takes no room, so that a full disk can still be read from. */
  void probe() throws IOException {
    Files.delete(Files.createTempFile(path, ".probe-", ""));
  }
}
