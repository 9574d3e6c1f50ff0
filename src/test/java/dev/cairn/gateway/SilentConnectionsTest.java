package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.core.body.Content;
import dev.cairn.core.body.Content.Region;
import dev.cairn.model.ObjectKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which silence closes a connection. The idle limit is short here, and must not hurt the slow. */
class SilentConnectionsTest {
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final int LARGE = 60_000_000;
  private static final String[] GET_LARGE = {
    "GET /b/large HTTP/1.1", "Host: localhost", "x-key: A"
  };

  @TempDir static Path folder;
  private static ToyService service;

  @BeforeAll
  static void start() throws Exception {
    service = new ToyService(IDLE);
    Path file = Files.write(folder.resolve("large"), new byte[LARGE]);
    service.store.contents.put(
        new ObjectKey("large"), new Content(List.of(new Region.InFile(file, 0, LARGE)), () -> {}));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void closesAConnectionThatNobodyUses() {
    try (RawClient client = service.connect()) {
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void closesOverAHeadThatTricklesIn() throws InterruptedException {
    try (RawClient client = service.connect()) {
      client.send("GET / HTTP/1.1\r\nx-endless: ");
      boolean open = true;
      for (int i = 0; i < 100 && open; i++) {
        open = client.isSilentFor((int) IDLE.toMillis() / 4);
        if (open) {
          trickle(client);
        }
      }

      assertThat(open).as("open after 25 times the idle time").isFalse();
    }
  }

  private static void trickle(RawClient client) {
    try {
      client.send("x");
    } catch (java.io.UncheckedIOException e) {
      // Closed in between.
    }
  }

  @Test
  void keepsAConnectionWhileItsRequestIsWorkedOn() {
    service.store.pause = IDLE.multipliedBy(3);
    try (RawClient client = service.connect()) {
      client.head("PUT /b/k HTTP/1.1", "Host: localhost", "x-key: A", "Content-Length: 2");
      client.send("ok");

      assertThat(client.reply().status()).isEqualTo(200);
    } finally {
      service.store.pause = Duration.ZERO;
    }
  }

  @Test
  void keepsAReaderThatIsSlow() throws InterruptedException {
    try (RawClient client = service.connect()) {
      client.head(GET_LARGE);
      long read = client.replyToHead().body().length;
      for (int i = 0; i < 12; i++) {
        Thread.sleep(IDLE.toMillis() / 2);
        read += client.read(4_000_000).length;
      }

      assertThat(read).isEqualTo(48_000_000);
    }
  }

  @Test
  void closesOverAReaderThatDoesNotRead() {
    int closed = service.store.closed.get();
    try (RawClient client = service.connect()) {
      client.head(GET_LARGE);

      await().atMost(Duration.ofSeconds(10)).until(() -> service.store.closed.get() == closed + 1);
    }
  }
}
