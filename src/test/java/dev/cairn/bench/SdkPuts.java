package dev.cairn.bench;

import dev.cairn.acceptance.wire.ChunkedBody;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * PUTs as AWS's SDK for Java sends them when nothing is set: each chunk of 128 KiB signed, a CRC32
 * in the signed trailer. What is sent is made beforehand, so that only the service computes.
 */
final class SdkPuts extends Case {
  private static final int STREAMS = 4;
  private static final int MEBIBYTES = 64;
  private static final int CHUNK = 128 << 10;
  private static final String TRAILER = "x-amz-checksum-crc32";

  private final int objects;
  private final byte[][] heads;
  private final Path[] bodies;

  SdkPuts(Surroundings with) {
    super(
        with,
        "put-64m-sdk",
        "PUT 64 MiB × 4, as AWS's SDK does",
        Unit.MEBIBYTES,
        Goal.none("MD5 over memory, all cores"));
    this.objects = with.options().scaled(4);
    this.heads = new byte[STREAMS * objects][];
    this.bodies = new Path[STREAMS * objects];
  }

  @Override
  void prepareRound(int round) throws IOException {
    byte[] data =
        Files.readAllBytes(LargeFile.of(MEBIBYTES, with.files().resolve(MEBIBYTES + "m")));
    for (int i = 0; i < heads.length; i++) {
      SignerV4 signer = with.cairn().signer();
      WireRequest head = signer.sign(unsigned(round, i, data.length));
      byte[] body = chunked(signer, head, data);
      bodies[i] = Files.write(with.files().resolve("sdk-" + i), body);
      heads[i] = head.with("Content-Length", Integer.toString(body.length)).head();
    }
  }

  private WireRequest unsigned(int round, int number, int length) {
    return with.cairn()
        .request("PUT", with.target(name() + "/" + round + "/" + number))
        .with("Content-Encoding", "aws-chunked")
        .with("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER")
        .with("x-amz-decoded-content-length", Integer.toString(length))
        .with("x-amz-sdk-checksum-algorithm", "CRC32")
        .with("x-amz-trailer", TRAILER);
  }

  private static byte[] chunked(SignerV4 signer, WireRequest head, byte[] data) {
    ChunkedBody body = ChunkedBody.signed(signer, head);
    for (int at = 0; at < data.length; at += CHUNK) {
      body.chunk(Arrays.copyOfRange(data, at, Math.min(data.length, at + CHUNK)));
    }
    CRC32 crc = new CRC32();
    crc.update(data);
    byte[] value = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    return body.chunk(new byte[0])
        .trailer(TRAILER, Base64.getEncoder().encodeToString(value))
        .end();
  }

  @Override
  Measurement cairn(int round) throws Exception {
    double seconds =
        Parallel.seconds(
            STREAMS,
            stream -> {
              try (Connection connection = with.cairn().connect()) {
                for (int i = stream; i < heads.length; i += STREAMS) {
                  send(connection, i);
                }
              }
            });
    return new Measurement((double) heads.length * MEBIBYTES, seconds);
  }

  private void send(Connection connection, int number) throws IOException {
    try (FileChannel body = FileChannel.open(bodies[number])) {
      connection.drop(connection.send(heads[number], body, 0, body.size()));
    }
  }

  @Override
  Measurement limit(int round) throws Exception {
    int threads = Math.min(STREAMS, Surroundings.CORES);
    return Md5.measure(threads, heads.length * MEBIBYTES / threads);
  }
}
