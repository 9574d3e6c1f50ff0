package dev.cairn.acceptance.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireConnection;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Told to stop while requests are under way. */
class DrainIT {
  private static final byte[] BYTES = UsesStore.bytes(1_000_000, 3);

  private final Path folder = PackagedCairn.newFolder();

  @AfterEach
  void removeFolder() {
    PackagedCairn.deleteTree(folder);
  }

  @Test
  void finishesWhatIsUnderWayAndTakesNothingNew() throws Exception {
    // Given
    PackagedCairn cairn = PackagedCairn.in(folder).start();
    store(cairn).createBucket("drained");
    int port = cairn.running().port();
    try (WireConnection upload = new WireConnection(port);
        WireConnection idle = new WireConnection(port)) {
      WireRequest put = signed(cairn, "PUT", "/drained/object", BYTES);
      idle.exchange(signed(cairn, "HEAD", "/drained", new byte[0]));
      sendHalf(upload, put);

      // When
      cairn.terminate();
      await().atMost(Duration.ofSeconds(10)).until(() -> cairn.readiness() == 503);
      WireAnswer refused = idle.exchange(signed(cairn, "GET", "/drained", new byte[0]));
      sendRest(upload);

      // Then
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isPresent();
      assertThat(refused.header("Connection")).contains("close");
      assertThat(upload.answer("PUT").status()).isEqualTo(200);
    }
    cairn.close();
    try (PackagedCairn again = PackagedCairn.in(folder).start()) {
      assertThat(store(again).get("drained", "object").body()).isEqualTo(BYTES);
    }
  }

  @Test
  void doesNotWaitLongerThanItIsTold() throws Exception {
    // Given
    PackagedCairn cairn =
        PackagedCairn.in(folder)
            .environment("CAIRN_DRAIN_TIMEOUT", "1s")
            .environment("CAIRN_BODY_TIMEOUT", "5m")
            .start();
    store(cairn).createBucket("drained");
    try (WireConnection upload = new WireConnection(cairn.running().port())) {
      sendHalf(upload, signed(cairn, "PUT", "/drained/object", BYTES));

      // When
      cairn.close(); // which sees that it ends
    }

    // Then
    try (PackagedCairn again = PackagedCairn.in(folder).start()) {
      assertThat(store(again).list("drained", "", "", Optional.empty(), 10).keys()).isEmpty();
    }
  }

  /** Sends the first half of the body once the service has begun to read it. */
  private static void sendHalf(WireConnection connection, WireRequest request) throws IOException {
    connection.sendHead(request.with("Expect", "100-continue"));
    assertThat(connection.answer("PUT").status()).isEqualTo(100);
    connection.send(java.util.Arrays.copyOf(BYTES, BYTES.length / 2));
  }

  private static void sendRest(WireConnection connection) throws IOException {
    connection.send(java.util.Arrays.copyOfRange(BYTES, BYTES.length / 2, BYTES.length));
  }

  private static WireRequest signed(
      PackagedCairn cairn, String method, String target, byte[] body) {
    WireRequest request =
        WireRequest.of(method, target).with("Host", "127.0.0.1:" + cairn.running().port());
    return new SignerV4(cairn.running().accessKeyId(), cairn.running().secretAccessKey())
        .sign(request.body(body));
  }

  private static StoreClient store(PackagedCairn cairn) {
    return new AwsSyncStoreClient(AwsClients.pathStyle(cairn.running()));
  }
}
