package dev.cairn.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * 64 uploads and 64 downloads of 64 MiB at once under 128 MiB of heap; one client in eight is slow.
 * There is nothing to hold it against: that it completes is the point, and what memory it takes.
 */
final class SmallHeap extends Case {
  private static final int STREAMS = 64;
  private static final int MEBIBYTES = 64;
  private static final int SLOW_ONE_OF = 8;
  private static final int SLOW_PIECE = 64 << 10;
  private static final int SLOW_PAUSE_MS = 20;

  private MeasuredCairn cairn;
  private Path file;
  private String eTag;

  SmallHeap(Surroundings with) {
    super(
        with,
        "memory",
        "64 uploads and 64 downloads of 64 MiB, slow clients among them",
        Unit.MEBIBYTES,
        Goal.none("-Xmx128m: completes"));
  }

  @Override
  boolean once() {
    return true;
  }

  @Override
  MeasuredCairn service() {
    return cairn;
  }

  @Override
  void prepareRound(int round) throws Exception {
    file = LargeFile.of(MEBIBYTES, with.files().resolve(MEBIBYTES + "m"));
    byte[] digest = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
    eTag = "\"" + HexFormat.of().formatHex(digest) + "\"";
    cairn = MeasuredCairn.in(with.files().resolve("small-heap"), List.of("-Xmx128m"));
    cairn.createBucket(with.bucket());
    upload("read", false);
  }

  @Override
  Measurement cairn(int round) throws Exception {
    double seconds =
        Parallel.seconds(
            2 * STREAMS,
            number -> {
              boolean slow = number / 2 % SLOW_ONE_OF == 0;
              if (number % 2 == 0) {
                upload("written-" + number, slow);
              } else {
                download("read", slow);
              }
            });
    return new Measurement(2.0 * STREAMS * MEBIBYTES, seconds);
  }

  private void upload(String key, boolean slow) throws IOException, InterruptedException {
    try (Connection connection = cairn.connect();
        FileChannel bytes = FileChannel.open(file)) {
      byte[] head = cairn.head("PUT", with.target(key), bytes.size());
      Connection.Head answer =
          slow
              ? sendSlowly(connection, head, bytes)
              : connection.send(head, bytes, 0, bytes.size());
      if (!answer.header("etag").equals(eTag)) {
        throw new IOException(key + " has the ETag " + answer.header("etag"));
      }
    }
  }

  private static Connection.Head sendSlowly(Connection connection, byte[] head, FileChannel bytes)
      throws IOException, InterruptedException {
    connection.write(ByteBuffer.wrap(head));
    ByteBuffer piece = ByteBuffer.allocateDirect(SLOW_PIECE);
    while (bytes.read(piece.clear()) >= 0) {
      connection.write(piece.flip());
      Thread.sleep(SLOW_PAUSE_MS);
    }
    return connection.head();
  }

  private void download(String key, boolean slow) throws IOException, InterruptedException {
    try (Connection connection = cairn.connect()) {
      Connection.Head head = connection.send(cairn.head("GET", with.target(key)));
      if (head.length() != bytesOfEach()) {
        throw new IOException(head.fields());
      }
      if (!slow) {
        connection.drop(head);
        return;
      }
      for (long left = head.length(); left > 0; ) {
        left -= connection.dropSome((int) Math.min(left, SLOW_PIECE));
        Thread.sleep(SLOW_PAUSE_MS);
      }
    }
  }

  private static long bytesOfEach() {
    return (long) MEBIBYTES << 20;
  }

  @Override
  Measurement limit(int round) {
    return null;
  }

  @Override
  public void close() {
    if (cairn != null) {
      cairn.close();
      cairn = null;
    }
  }
}
