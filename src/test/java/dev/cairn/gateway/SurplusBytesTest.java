package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.gateway.RawClient.Reply;
import org.junit.jupiter.api.Test;

/** Bytes beyond the body never run as a request. */
class SurplusBytesTest extends DoorSuite {
  @Test
  void refusesBytesBeyondTheBodyAndNeverRunsThem() {
    client.send(
        "PUT /b/first HTTP/1.1\r\n"
            + HOST
            + "\r\nx-key: A\r\nContent-Length: 5\r\n\r\nhello"
            + "PUT /b/second HTTP/1.1\r\n"
            + HOST
            + "\r\nx-key: A\r\nContent-Length: 5\r\n\r\nworld");

    Reply refused = client.reply();

    assertThat(refused.text()).contains("<Code>BodyTooLong</Code>");
    assertThat(refused.header("Connection")).isEqualTo("close");
    assertThat(client.rest()).isEmpty();
    assertThat(service.store.objects).isEmpty();
  }

  @Test
  void refusesGarbageBeyondTheBody() {
    client.send(
        "PUT /b/k HTTP/1.1\r\n" + HOST + "\r\nx-key: A\r\nContent-Length: 5\r\n\r\nhello world");

    assertThat(client.reply().text()).contains("<Code>BodyTooLong</Code>");
    assertThat(service.store.objects).isEmpty();
  }

  @Test
  void acceptsAnEmptyLineAfterTheBody() {
    client.send(
        "PUT /b/k HTTP/1.1\r\n" + HOST + "\r\nx-key: A\r\nContent-Length: 5\r\n\r\nhello\r\n");
    Reply stored = client.reply();

    client.head("GET /b/k HTTP/1.1", HOST, OWNER);
    Reply read = client.reply();

    assertThat(stored.status()).isEqualTo(200);
    assertThat(read.text()).isEqualTo("hello");
  }
}
