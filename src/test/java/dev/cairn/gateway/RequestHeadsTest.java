package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.gateway.RawClient.Reply;
import dev.cairn.protocol.PercentCoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which heads are accepted, and which refusals the others get. */
class RequestHeadsTest extends DoorSuite {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a//b",
        "a/../b",
        "../x",
        "a/./b",
        "slash/",
        "a%2Fb",
        "a;b=c",
        "a+b",
        "%F0%9F%98%80",
        "a|b",
        "a\\b",
        "a{b}",
        "a\"b",
        "q/health",
        "-/admin",
        "a#b"
      })
  void takesKeysAsTheyCome(String rawKey) {
    client.head("PUT /b/" + rawKey + " HTTP/1.1", HOST, OWNER, "Content-Length: 2").send("ok");

    Reply stored = client.reply();

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored(PercentCoding.decodePath(rawKey))).isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /b/%zz HTTP/1.1",
        "GET /b/k?a=%zz HTTP/1.1",
        "GET b/a HTTP/1.1",
        "OPTIONS * HTTP/1.1"
      })
  void refusesTargetsThatCannotBeRead(String requestLine) {
    client.head(requestLine, HOST, OWNER);

    Reply refused = client.reply();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("<Code>InvalidUri</Code>");
    assertThat(refused.header("x-amz-request-id")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "PROPFIND", "OPTIONS", "TRACE", "POST", "FOO"})
  void refusesMethodsThatDoNotExist(String method) {
    client.head(method + " /b/k HTTP/1.1", HOST, OWNER);

    assertThat(client.reply().text()).contains("<Code>MethodNotAllowed</Code>");
  }

  @Test
  void refusesAnOperationThatIsNotBuilt() {
    client.head("DELETE /b/k HTTP/1.1", HOST, OWNER);

    assertThat(client.reply().status()).isEqualTo(501);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nx-key: A",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b",
        "GET / HTTP/1.1\r\nHost: a b",
        "GET / HTTP/1.1\r\nHost: a\r\nno colon here",
        "GET / HTTP/1.1\r\nHost: a\r\nname : value",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1x",
        "PUT /b/k HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked",
        "PUT /b/k HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked",
        "GET / HTTP/2.0\r\nHost: a",
        "GET / FTP/1.1\r\nHost: a",
        "GET /",
        "garbage"
      })
  void refusesHeadsThatCannotBeAccepted(String head) {
    client.send(head + "\r\n\r\n");

    Reply refused = client.reply();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("<Code>InvalidRequest</Code>");
    assertThat(refused.header("x-amz-request-id")).isNotEmpty();
    assertThat(refused.header("Connection")).isEqualTo("close");
    assertThat(client.rest()).isEmpty();
  }

  @Test
  void refusesOtherTransferEncodings() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Transfer-Encoding: gzip, chunked");

    assertThat(client.reply().text()).contains("<Code>NotImplemented</Code>");
  }

  @Test
  void refusesARequestLineBeyondTheLimit() {
    client.head("GET /b/" + "k".repeat(17_000) + " HTTP/1.1", HOST);

    assertThat(client.reply().text()).contains("<Code>HeadersTooLarge</Code>");
  }

  @Test
  void refusesHeadersBeyondTheLimit() {
    client.head("GET /b/k HTTP/1.1", HOST, "x-large: " + "v".repeat(90_000));

    assertThat(client.reply().text()).contains("<Code>HeadersTooLarge</Code>");
  }

  @Test
  void acceptsHeadersOfEightyKilobytes() {
    client.head("GET / HTTP/1.1", HOST, OWNER, "x-large: " + "v".repeat(79_000));

    assertThat(client.reply().status()).isEqualTo(204);
  }

  @Test
  void saysNothingToAClientThatLeavesWithinAHead() {
    client.send("GET / HTTP/1.1\r\nHo").endSending();

    assertThat(client.rest()).isEmpty();
  }

  @Test
  void answersAClientThatHasClosedItsHalf() {
    client.head("GET / HTTP/1.1", HOST, OWNER).endSending();

    assertThat(client.reply().status()).isEqualTo(204);
    assertThat(client.rest()).isEmpty();
  }

  @Test
  void refusesAnonymousCallersOfTheService() {
    client.head("GET / HTTP/1.1", HOST);

    Reply refused = client.reply();

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("X-Amz-Caller")).isEqualTo("Anonymous");
  }
}
