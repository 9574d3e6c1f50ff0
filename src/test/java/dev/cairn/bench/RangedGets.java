package dev.cairn.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Downloads of 1 MiB from random places of a large object, from Cairn and from nginx. */
final class RangedGets extends Case {
  private static final int STREAMS = 8;
  private static final int RANGE = 1 << 20;
  private static final String OBJECT = "get-ranges";

  private final int ranges;
  private final int mebibytes;
  private List<List<byte[]>> ofCairn;
  private List<List<byte[]>> ofNginx;

  RangedGets(Surroundings with) {
    super(with, OBJECT, "ranged GET 1 MiB × 8", Unit.MEBIBYTES, Goal.ratio(0.8, "nginx"));
    this.ranges = with.options().scaled(256);
    this.mebibytes = Math.max(16, with.options().scaled(1024));
  }

  @Override
  void prepare() throws IOException {
    Path file = LargeFile.of(mebibytes, with.files().resolve(mebibytes + "m"));
    Files.copy(file, with.nginx().file(OBJECT));
    try (Connection connection = with.cairn().connect();
        FileChannel bytes = FileChannel.open(file)) {
      byte[] head = with.cairn().head("PUT", with.target(OBJECT), bytes.size());
      connection.drop(connection.send(head, bytes, 0, bytes.size()));
    }
  }

  @Override
  void prepareRound(int round) throws IOException {
    PageCache.warm(with.nginx().file(OBJECT));
    try (Connection connection = with.cairn().connect()) {
      connection.drop(connection.send(with.cairn().head("GET", with.target(OBJECT))));
    }
    Random random = new Random(round);
    ofCairn = new ArrayList<>();
    ofNginx = new ArrayList<>();
    for (int stream = 0; stream < STREAMS; stream++) {
      ofCairn.add(new ArrayList<>());
      ofNginx.add(new ArrayList<>());
      for (int i = 0; i < ranges; i++) {
        long first = random.nextLong(((long) mebibytes << 20) - RANGE + 1);
        ofCairn.getLast().add(with.cairn().range(with.target(OBJECT), first, first + RANGE - 1));
        ofNginx.getLast().add(Nginx.range(OBJECT, first, first + RANGE - 1));
      }
    }
  }

  @Override
  Measurement cairn(int round) throws Exception {
    return measure(with.cairn().port(), ofCairn);
  }

  @Override
  Measurement limit(int round) throws Exception {
    return measure(with.nginx().port(), ofNginx);
  }

  private Measurement measure(int port, List<List<byte[]>> requests) throws Exception {
    double seconds =
        Parallel.seconds(
            STREAMS,
            stream -> {
              try (Connection connection = Connection.to(port)) {
                for (byte[] request : requests.get(stream)) {
                  connection.drop(connection.send(request));
                }
              }
            });
    return new Measurement((double) STREAMS * ranges, seconds);
  }
}
