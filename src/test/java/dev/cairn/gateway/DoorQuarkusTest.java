package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.boot.RunningCairn;
import dev.cairn.gateway.RawClient.Reply;
import dev.cairn.protocol.PercentCoding;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That requests reach the door through the framework, and answers leave it, as they are. */
@QuarkusTest
@WithTestResource(RunningCairn.class)
class DoorQuarkusTest {
  private static final String HOST = "Host: localhost";

  private RawClient client;

  @BeforeEach
  void connect() {
    client = new RawClient(ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /bucket/%zz HTTP/1.1\r\nHost: a",
        "GET /bucket/k?x=%zz HTTP/1.1\r\nHost: a",
        "GET bucket/k HTTP/1.1\r\nHost: a",
        "OPTIONS * HTTP/1.1\r\nHost: a",
        "GET / HTTP/1.1",
        "GET / HTTP/1.1\r\nHost: a b",
        "GET / HTTP/1.1\r\nHost: a\r\nno colon",
        "GET / HTTP/3.7\r\nHost: a",
        "PUT /b/k HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked"
      })
  void refusesInXmlWhatTheFrameworkWouldRefuseInItsOwnWay(String head) {
    client.send(head + "\r\n\r\n");

    Reply refused = client.reply();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("x-amz-request-id")).isNotEmpty();
    assertThat(refused.header("Content-Type")).isEqualTo("application/xml");
    assertThat(refused.text()).startsWith("<?xml").contains("<Error><Code>Invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bucket/a//b",
        "/bucket/a/../b",
        "/bucket/a/./b",
        "/bucket/../b",
        "/bucket/a/",
        "/bucket/a%2Fb",
        "/bucket/a|b",
        "/bucket/a;b=c",
        "/bucket/%2e%2e/x",
        "//",
        "/q/health",
        "/q/metrics",
        "/bucket/-/admin/v1/accounts",
        "/bucket/a\\b",
        "/bucket/a?b=c?d"
      })
  void takesTargetsAsTheyCome(String target) {
    client.head("GET " + target + " HTTP/1.1", HOST);

    Reply refused = client.reply();

    assertThat(refused.status()).isIn(400, 403, 404);
    assertThat(refused.text()).startsWith("<?xml").contains("<Error>");
    if (target.startsWith("/bucket")) {
      String path = PercentCoding.decodePath(target.replaceAll("\\?.*", ""));
      assertThat(refused.text()).contains("<Resource>" + path + "</Resource>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "PROPFIND", "TRACE", "CONNECT", "FOO"})
  void refusesMethodsThatDoNotExist(String method) {
    client.head(method + " /bucket/key HTTP/1.1", HOST);

    Reply refused = client.reply();

    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.text()).contains("<Code>MethodNotAllowed</Code>");
  }

  @Test
  void letsNoHeaderOfTheClientChangeTheAnswer() {
    client.head(
        "GET / HTTP/1.1",
        HOST,
        "Accept: foo/bar, gar;;bage, */json",
        "Content-Type: gar;;b/age",
        "Accept-Encoding: gzip",
        "Accept-Language: ???",
        "Origin: http://elsewhere",
        "Connection: Upgrade, HTTP2-Settings",
        "Upgrade: h2c",
        "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA");

    Reply refused = client.reply();

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Content-Type")).isEqualTo("application/xml");
    assertThat(refused.header("Content-Encoding")).isNull();
  }

  @Test
  void keepsTheConnectionFromAnswerToAnswer() {
    for (int i = 0; i < 3; i++) {
      client.head("GET /bucket" + i + "/key HTTP/1.1", HOST);
      assertThat(client.reply().text()).contains("<Error>");
      client.head("HEAD /bucket" + i + "/key HTTP/1.1", HOST);
      assertThat(client.replyToHead().status()).isBetween(400, 499);
      client.head("GET /-/nothing HTTP/1.1", HOST);
      assertThat(client.reply().status()).isEqualTo(404);
    }
  }

  @Test
  void keepsTheServicesOwnPagesFromBucketHosts() {
    client.head("GET /-/admin/v1/accounts HTTP/1.1", HOST);
    Reply page = client.reply();
    client.head("GET /-/admin/v1/accounts HTTP/1.1", "Host: bucket.s3.localhost");
    Reply key = client.reply();

    assertThat(page.status()).isEqualTo(401);
    assertThat(page.header("Content-Type")).contains("json");
    assertThat(key.text()).startsWith("<?xml").contains("<Error>");
  }

  @Test
  void neverAsksForTheBodyOfARefusedRequest() {
    client.head("PUT /bucket/k HTTP/1.1", HOST, "Content-Length: 5", "Expect: 100-continue");

    Reply refused = client.reply();

    assertThat(refused.status()).isBetween(400, 499);
    assertThat(refused.header("Connection")).isEqualTo("close");
    assertThat(client.rest()).isEmpty();
  }

  @Test
  void refusesARequestThatIsSentBeforeTheAnswer() {
    client.send("GET /a/b HTTP/1.1\r\nHost: a\r\n\r\nGET /c/d HTTP/1.1\r\nHost: a\r\n\r\n");

    Reply refused = client.reply();

    assertThat(refused.header("Connection")).isEqualTo("close");
    assertThat(client.rest()).isEmpty();
  }

  @Test
  void leavesTheManagementPortAlone() {
    int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
    try (RawClient manager = new RawClient(port)) {
      manager.head("GET /q/health/live HTTP/1.1", HOST);

      assertThat(manager.reply().text()).contains("\"status\": \"UP\"");
    }
  }
}
