package dev.cairn.core.body;

import java.nio.file.Path;
import java.util.List;

/**
 * Bytes on their way out: regions in order. Whoever was given a content closes it, when the last
 * byte is sent or nobody wants it any more.
 */
public record Content(List<Region> regions, Runnable onClose) implements AutoCloseable {
  public static final Content EMPTY = new Content(List.of(), () -> {});

  /** Some of the bytes. */
  public sealed interface Region {
    long length();

    /** Bytes in memory, from {@code offset} of the array on. */
    record InMemory(byte[] bytes, int offset, int size) implements Region {
      @Override
      public long length() {
        return size;
      }
    }

    /** Bytes of a file that does not change: fit for the kernel's file transfer. */
    record InFile(Path file, long offset, long length) implements Region {}
  }

  public Content {
    regions = List.copyOf(regions);
  }

  public long length() {
    return regions.stream().mapToLong(Region::length).sum();
  }

  @Override
  public void close() {
    onClose.run();
  }
}
