package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.gateway.RawClient.Reply;
import dev.cairn.model.ObjectKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bodies that come and are stored. */
class WantedBodiesTest extends DoorSuite {
  @Test
  void storesABodyAndKeepsTheConnection() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 5").send("hello");
    Reply stored = client.reply();

    client.head("GET /b/k HTTP/1.1", HOST, OWNER);
    Reply read = client.reply();

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored.header("Content-Length")).isEqualTo("0");
    assertThat(read.text()).isEqualTo("hello");
    assertThat(read.header("Connection")).isNull();
  }

  @Test
  void storesAChunkedBodyWithoutLength() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Transfer-Encoding: chunked");
    client.send("5\r\nhello\r\n").send("6\r\n world\r\n0\r\n\r\n");

    Reply stored = client.reply();

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored("k")).isEqualTo("hello world");
  }

  @Test
  void storesAnEmptyBody() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 0");

    Reply stored = client.reply();

    assertThat(stored.header("x-stored")).isEqualTo("0");
    assertThat(stored("k")).isEmpty();
  }

  @Test
  void storesALargeBodyHoweverItIsCut() {
    byte[] bytes = random(5_000_000);
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: " + bytes.length);
    Random cuts = new Random(7);
    for (int at = 0; at < bytes.length; ) {
      int count = Math.min(bytes.length - at, 1 + cuts.nextInt(200_000));
      client.send(Arrays.copyOfRange(bytes, at, at + count));
      at += count;
    }

    Reply stored = client.reply();

    assertThat(stored.status()).isEqualTo(200);
    assertThat(service.store.objects.get(new ObjectKey("k"))).isEqualTo(bytes);
  }

  @Test
  void asksForTheBodyWithTheFirstPullOnly() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 5", "Expect: 100-continue");
    Reply goOn = client.replyToHead();
    client.send("hello");

    Reply stored = client.reply();

    assertThat(goOn.status()).isEqualTo(100);
    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored("k")).isEqualTo("hello");
  }

  @Test
  void readsNoFasterThanTheDiskWrites() {
    service.store.pause = Duration.ofMillis(30);
    client.head("PUT /b/null/k HTTP/1.1", HOST, OWNER, "Content-Length: 20000000");
    client.send(new byte[20_000_000]);

    Reply stored = client.reply();

    assertThat(stored.header("x-stored")).isEqualTo("20000000");
  }
}
