package dev.cairn.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Uploads in one request each, some streams side by side. Every object has a key of its own. */
final class LargePuts extends Case {
  private final int streams;
  private final int objects;
  private final int mebibytes;
  private Path file;

  /**
   * @param objects how many each stream sends
   * @param mebibytes the size of each
   */
  LargePuts(
      Surroundings with,
      String name,
      String title,
      Goal goal,
      int streams,
      int objects,
      int mebibytes) {
    super(with, name, title, Unit.MEBIBYTES, goal);
    this.streams = streams;
    this.objects = objects;
    this.mebibytes = mebibytes;
  }

  // Warming up takes tens of GiB of the disk.
  @Override
  boolean isWarm() {
    return streams > 4;
  }

  @Override
  void prepare() throws IOException {
    file = LargeFile.of(mebibytes, with.files().resolve(mebibytes + "m"));
  }

  @Override
  void prepareRound(int round) throws IOException {
    PageCache.warm(file);
  }

  @Override
  Measurement cairn(int round) throws Exception {
    double seconds = Parallel.seconds(streams, stream -> send(round, stream));
    return new Measurement((double) streams * objects * mebibytes, seconds);
  }

  private void send(int round, int stream) throws IOException {
    long length = (long) mebibytes << 20;
    try (Connection connection = with.cairn().connect();
        FileChannel bytes = FileChannel.open(file)) {
      for (int i = 0; i < objects; i++) {
        String key = "%s/%d/%d-%d".formatted(name(), round, stream, i);
        byte[] head = with.cairn().head("PUT", with.target(key), length);
        connection.drop(connection.send(head, bytes, 0, length));
      }
    }
  }

  @Override
  Measurement limit(int round) throws Exception {
    int threads = Math.min(streams, Surroundings.CORES);
    return Md5.measure(threads, streams * objects * mebibytes / threads);
  }
}
