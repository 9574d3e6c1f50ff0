package dev.cairn.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** An upload in parts of 16 MiB, four at a time, from its initiation to its completion. */
final class MultipartPuts extends Case {
  private static final int STREAMS = 4;
  private static final int PART_MEBIBYTES = 16;

  private final int parts;
  private Path file;

  MultipartPuts(Surroundings with) {
    super(
        with,
        "multipart-1g",
        "multipart 1 GiB, 16 MiB × 4",
        Unit.MEBIBYTES,
        Goal.ratio(0.40, "MD5 over memory, all cores"));
    this.parts = with.options().scaled(1024 / PART_MEBIBYTES);
  }

  @Override
  void prepare() throws IOException {
    int mebibytes = parts * PART_MEBIBYTES;
    file = LargeFile.of(mebibytes, with.files().resolve(mebibytes + "m"));
  }

  @Override
  void prepareRound(int round) throws IOException {
    PageCache.warm(file);
  }

  @Override
  Measurement cairn(int round) throws Exception {
    long start = System.nanoTime();
    MultipartUpload upload =
        MultipartUpload.initiate(with.cairn(), with.target(name() + "/" + round));
    String[] eTags = new String[parts];
    AtomicInteger next = new AtomicInteger();
    Parallel.seconds(STREAMS, stream -> sendParts(upload, next, eTags));
    upload.complete(eTags);
    return new Measurement((double) parts * PART_MEBIBYTES, (System.nanoTime() - start) / 1e9);
  }

  private void sendParts(MultipartUpload upload, AtomicInteger next, String[] eTags)
      throws IOException {
    long length = (long) PART_MEBIBYTES << 20;
    try (Connection connection = with.cairn().connect();
        FileChannel bytes = FileChannel.open(file)) {
      for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
        byte[] head = with.cairn().head("PUT", upload.partTarget(i + 1), length);
        Connection.Head answer = connection.send(head, bytes, i * length, length);
        connection.drop(answer);
        eTags[i] = answer.header("etag");
      }
    }
  }

  @Override
  Measurement limit(int round) throws Exception {
    int threads = Math.min(STREAMS, Surroundings.CORES);
    return Md5.measure(threads, parts * PART_MEBIBYTES / threads);
  }
}
