package dev.cairn.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.WireConnection;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/** Sends or reads in small pieces with pauses, and now and then falls silent for good. */
final class SlowClient implements Client {
  private static final int LENGTH = 256 << 10;
  private static final int PIECE = 16 << 10;
  private static final int PAUSE_MS = 20;

  private final Wire wire;
  private final String bucket;
  private final String large;
  private final Random random;
  private final byte[] body;

  /**
   * @param large the key of an object to be read
   */
  SlowClient(Wire wire, String bucket, String large, long seed) {
    this.wire = wire;
    this.bucket = bucket;
    this.large = large;
    this.random = new Random(seed);
    this.body = UsesStore.bytes(LENGTH, seed);
  }

  @Override
  public void step() throws IOException, InterruptedException {
    try (WireConnection connection = wire.connect()) {
      switch (random.nextInt(5)) {
        case 0, 1 -> sendSlowly(connection);
        case 2, 3 -> readSlowly(connection);
        default -> fallSilent(connection);
      }
    }
  }

  private void sendSlowly(WireConnection connection) throws IOException, InterruptedException {
    connection.sendHead(wire.signed("PUT", "/" + bucket + "/slow", LENGTH));
    for (int at = 0; at < LENGTH; at += PIECE) {
      connection.send(Arrays.copyOfRange(body, at, at + PIECE));
      Thread.sleep(PAUSE_MS);
    }
    assertThat(connection.answer("PUT").status()).isEqualTo(200);
  }

  private void readSlowly(WireConnection connection) throws IOException, InterruptedException {
    connection.sendHead(wire.signed("GET", "/" + bucket + "/" + large, 0));
    for (int read = 0; read < LENGTH; ) {
      int count = connection.read(new byte[PIECE]);
      assertThat(count).as("bytes read after %d", read).isPositive();
      read += count;
      Thread.sleep(PAUSE_MS);
    }
    connection.reset();
  }

  /** The service waits for as long as CAIRN_BODY_TIMEOUT says. */
  private void fallSilent(WireConnection connection) throws IOException {
    connection.sendHead(wire.signed("PUT", "/" + bucket + "/silent", LENGTH));
    connection.send(Arrays.copyOf(body, PIECE));
    assertThat(connection.answer("PUT").status()).isEqualTo(400);
  }
}
