package dev.cairn.blob;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes to a file past the page cache: the device takes the bytes from the buffer itself, which
 * saves a copy, and an fsync has nothing left to write. Only for whole blocks; a file system that
 * refuses (tmpfs does) is asked once for each file. Its methods block.
 */
final class DirectFile {
  /** What a buffer's address, its length and its place in the file must be multiples of. */
  static final int BLOCK = 4096;

  /** Shorter writes gain nothing. */
  private static final int WORTHWHILE = 256 << 10;

  private final Path path;
  private FileChannel channel;
  private volatile boolean refused;

  DirectFile(Path path) {
    this.path = path;
  }

  /** Whether these bytes can be written here. Does not block. */
  boolean takes(ByteBuffer bytes, long position) {
    return !refused
        && bytes.remaining() >= WORTHWHILE
        && bytes.remaining() % BLOCK == 0
        && position % BLOCK == 0
        && bytes.isDirect()
        && bytes.alignmentOffset(bytes.position(), BLOCK) == 0;
  }

  /**
   * Writes all of the bytes. False when that was refused, whatever the reason: the ordinary way
   * works, or says what is wrong.
   */
  boolean write(ByteBuffer bytes, long position) {
    try {
      FileChannel open = open();
      while (bytes.hasRemaining()) {
        position += open.write(bytes, position);
      }
      return true;
    } catch (IOException | RuntimeException e) {
      refused = true;
      return false;
    }
  }

  private synchronized FileChannel open() throws IOException {
    if (channel == null) {
      channel = FileChannel.open(path, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT);
    }
    return channel;
  }

  /** Whether there is something to close. */
  synchronized boolean isOpen() {
    return channel != null;
  }

  synchronized void close() throws IOException {
    channel.close();
  }
}
