package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.gateway.RawClient.Reply;
import org.junit.jupiter.api.Test;

/** Bodies that come late, in part or garbled. */
class BrokenBodiesTest extends DoorSuite {
  @Test
  void refusesABodyShorterThanDeclared() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 10").send("hello").endSending();

    Reply refused = client.reply();

    assertThat(refused.text()).contains("<Code>IncompleteBody</Code>");
    assertThat(service.store.objects).isEmpty();
    assertThat(client.rest()).isEmpty();
  }

  @Test
  void discardsTheBodyOfAClientThatVanishes() {
    int failed = service.store.bodiesFailed.get();
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 3000000");
    client.send(new byte[1_500_000]);
    await().until(() -> service.slabs.lent() > 0);

    client.vanish();

    await().until(() -> service.store.bodiesFailed.get() == failed + 1);
    assertThat(service.store.objects).isEmpty();
  }

  @Test
  void givesUpOnASilentClient() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 10").send("hello");

    Reply refused = client.reply();

    assertThat(refused.text()).contains("<Code>BodyTimeout</Code>");
    assertThat(service.store.objects).isEmpty();
  }

  @Test
  void waitsForASlowClient() throws InterruptedException {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 5");
    for (char letter : "hello".toCharArray()) {
      client.send(String.valueOf(letter));
      Thread.sleep(ToyService.BODY_TIMEOUT.toMillis() / 3);
    }

    assertThat(client.reply().status()).isEqualTo(200);
  }

  @Test
  void refusesGarbledChunks() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Transfer-Encoding: chunked");
    client.send("5\r\nhello\r\nzz\r\n");

    Reply refused = client.reply();

    assertThat(refused.text()).contains("<Code>InvalidRequest</Code>");
    assertThat(service.store.objects).isEmpty();
    assertThat(client.rest()).isEmpty();
  }
}
