package dev.cairn.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole downloads, some streams side by side, from Cairn and from nginx by the same client. */
final class LargeGets extends Case {
  private static final int REPEATS = 4;

  private final int streams;
  private final int mebibytes;

  /**
   * @param mebibytes the size of the objects, of which each stream has its own
   */
  LargeGets(Surroundings with, String name, String title, Goal goal, int streams, int mebibytes) {
    super(with, name, title, Unit.MEBIBYTES, goal);
    this.streams = streams;
    this.mebibytes = mebibytes;
  }

  @Override
  void prepare() throws IOException {
    Path file = LargeFile.of(mebibytes, with.files().resolve(mebibytes + "m"));
    long length = Files.size(file);
    try (Connection connection = with.cairn().connect();
        FileChannel bytes = FileChannel.open(file)) {
      for (int stream = 0; stream < streams; stream++) {
        Files.copy(file, with.nginx().file(name() + "-" + stream));
        byte[] head = with.cairn().head("PUT", target(stream), length);
        connection.drop(connection.send(head, bytes, 0, length));
      }
    }
  }

  private String target(int stream) {
    return with.target(name() + "/" + stream);
  }

  /** Both sides' files are in memory: each is read once. */
  @Override
  void prepareRound(int round) throws Exception {
    for (int stream = 0; stream < streams; stream++) {
      PageCache.warm(with.nginx().file(name() + "-" + stream));
    }
    measure(with.cairn().port(), this::signed, 1);
  }

  @Override
  Measurement cairn(int round) throws Exception {
    return measure(with.cairn().port(), this::signed, REPEATS);
  }

  @Override
  Measurement limit(int round) throws Exception {
    return measure(with.nginx().port(), stream -> Nginx.get(name() + "-" + stream), REPEATS);
  }

  private byte[] signed(int stream) {
    return with.cairn().head("GET", target(stream));
  }

  /** The request that a stream repeats. */
  private interface Request {
    byte[] of(int stream);
  }

  private Measurement measure(int port, Request request, int repeats) throws Exception {
    double seconds =
        Parallel.seconds(
            streams,
            stream -> {
              byte[] head = request.of(stream);
              try (Connection connection = Connection.to(port)) {
                for (int i = 0; i < repeats; i++) {
                  connection.drop(connection.send(head));
                }
              }
            });
    return new Measurement((double) streams * repeats * mebibytes, seconds);
  }
}
