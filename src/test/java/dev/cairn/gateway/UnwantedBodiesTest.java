package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.gateway.RawClient.Reply;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** Bodies that are refused, and those of refused requests. */
class UnwantedBodiesTest extends DoorSuite {
  @Test
  void neverAsksForTheBodyOfARefusedRequest() {
    client.head(
        "PUT /b/k HTTP/1.1", HOST, "x-key: wrong", "Content-Length: 5", "Expect: 100-continue");

    Reply refused = client.reply();

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Connection")).isEqualTo("close");
    assertThat(client.rest()).isEmpty();
  }

  @Test
  void aClientThatKeepsWritingGetsTheRefusal() {
    client.head("PUT /b/k HTTP/1.1", HOST, "x-key: wrong", "Content-Length: 900000");
    client.send(new byte[900_000]);

    Reply refused = client.reply();

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("<Code>UnknownAccessKey</Code>");
  }

  @Test
  void closesOverAClientThatNeverStopsWriting() {
    client.head("PUT /b/k HTTP/1.1", HOST, "x-key: wrong", "Content-Length: 90000000");

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 90; i++) {
                client.send(new byte[1_000_000]);
              }
            })
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void keepsTheConnectionOverAnUnwantedBodyThatHasArrived() {
    client.send(
        "PUT /b/k HTTP/1.1\r\n" + HOST + "\r\nx-key: wrong\r\nContent-Length: 5\r\n\r\nhello");
    Reply refused = client.reply();

    client.head("GET / HTTP/1.1", HOST, OWNER);
    Reply next = client.reply();

    assertThat(refused.status()).isEqualTo(403);
    assertThat(next.status()).isEqualTo(204);
  }

  @Test
  void refusesABodyWhereNoneBelongs() {
    client.head("GET /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 5").send("hello");

    Reply refused = client.reply();

    assertThat(refused.text()).contains("<Code>InvalidRequest</Code>");
  }

  @Test
  void refusesADocumentBeyondItsLimit() {
    client.head("PUT /b HTTP/1.1", HOST, OWNER, "Content-Length: 70000").send(new byte[70_000]);

    Reply refused = client.reply();

    assertThat(refused.text()).contains("<Code>DocumentTooLarge</Code>");
  }

  @Test
  void refusesAChunkedDocumentBeyondItsLimit() {
    client.head("PUT /b HTTP/1.1", HOST, OWNER, "Transfer-Encoding: chunked");
    client.send("11170\r\n").send(new byte[0x11170]).send("\r\n0\r\n\r\n");

    Reply refused = client.reply();

    assertThat(refused.text()).contains("<Code>DocumentTooLarge</Code>");
  }

  @Test
  void refusesDataOfUnknownLength() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER);

    assertThat(client.reply().status()).isEqualTo(411);
  }

  @Test
  void refusesDataBeyondItsLimitBeforeReadingIt() {
    client.head(
        "PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 200000000", "Expect: 100-continue");

    Reply refused = client.reply();

    assertThat(refused.text()).contains("<Code>EntityTooLarge</Code>");
  }
}
