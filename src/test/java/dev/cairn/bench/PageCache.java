package dev.cairn.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps memory in use. A virtual machine gives memory that is free back to its host, and the first
 * write to such a page costs ten times more; clean pages of a file are taken at once. The file is
 * one hole, so that reading it costs no disk.
 */
final class PageCache implements AutoCloseable {
  private static final long HOLE = 1L << 40;
  private static final long LEFT_FREE = 1L << 30;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
  private long position;

  private PageCache(FileChannel file) {
    this.file = file;
  }

  static PageCache in(Path folder) throws IOException {
    Path path = folder.resolve("hole");
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    Files.delete(path);
    file.setLength(HOLE);
    return new PageCache(file.getChannel());
  }

  /** Reads as much as is free now. */
  void fill() throws IOException {
    for (long left = freeMemory() - LEFT_FREE; left > 0; left -= buffer.capacity()) {
      file.read(buffer.clear(), position);
      position = (position + buffer.capacity()) % HOLE;
    }
  }

  /** Reads a file, so that it is in memory when it is served. */
  static void warm(Path path) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 20);
    try (FileChannel read = FileChannel.open(path)) {
      while (read.read(bytes.clear()) >= 0) {}
    }
  }

  private static long freeMemory() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
      String line = lines.filter(l -> l.startsWith("MemFree:")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D+", "")) << 10;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
