package dev.cairn.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** Files of random bytes, for uploads and for nginx to serve. */
final class LargeFile {
  private LargeFile() {}

  /** A file of so many MiB, made unless it is there. */
  static Path of(int mebibytes, Path file) throws IOException {
    if (Files.exists(file)) {
      return file;
    }
    byte[] bytes = new byte[1 << 20];
    Random random = new Random(mebibytes);
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < mebibytes; i++) {
        random.nextBytes(bytes);
        out.write(ByteBuffer.wrap(bytes));
      }
      out.force(true);
    }
    return file;
  }
}
