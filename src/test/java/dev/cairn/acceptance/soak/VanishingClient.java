package dev.cairn.acceptance.soak;

import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireConnection;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/** Hangs up in the middle of anything: of a head, of a body it sends, of one it is sent. */
final class VanishingClient implements Client {
  private static final int LENGTH = 1 << 20;
  private static final int LONGEST_WAIT_MS = 50;

  private final Wire wire;
  private final String bucket;
  private final String large;
  private final String uploadId;
  private final Random random;
  private final byte[] body;

  /**
   * @param large the key of an object that takes a while to read
   * @param uploadId of an upload in progress of the same key
   */
  VanishingClient(Wire wire, String bucket, String large, String uploadId, long seed) {
    this.wire = wire;
    this.bucket = bucket;
    this.large = large;
    this.uploadId = uploadId;
    this.random = new Random(seed);
    this.body = UsesStore.bytes(LENGTH, seed);
  }

  @Override
  public void step() throws IOException, InterruptedException {
    try (WireConnection connection = wire.connect()) {
      String object = "/" + bucket + "/" + large;
      switch (random.nextInt(4)) {
        case 0 -> connection.send(Arrays.copyOf(wire.signed("GET", object, 0).head(), 100));
        case 1 -> connection.sendHead(wire.signed("GET", object, 0));
        case 2 -> sendSome(connection, "/" + bucket + "/never");
        default -> sendSome(connection, object + "?partNumber=1&uploadId=" + uploadId);
      }
      Thread.sleep(random.nextInt(LONGEST_WAIT_MS));
      connection.reset();
    }
  }

  private void sendSome(WireConnection connection, String target) throws IOException {
    connection.sendHead(wire.signed("PUT", target, LENGTH));
    connection.send(Arrays.copyOf(body, random.nextInt(LENGTH)));
  }
}
