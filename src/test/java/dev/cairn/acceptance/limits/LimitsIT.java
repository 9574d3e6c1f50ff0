package dev.cairn.acceptance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireConnection;
import dev.cairn.acceptance.wire.WireForm;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each of the limits that an operator can set, on the packaged application. */
class LimitsIT implements UsesWire {
  private static final int CONNECTIONS = 8;

  private static Path folder;
  private static PackagedCairn cairn;

  @BeforeAll
  static void start() {
    folder = PackagedCairn.newFolder();
    cairn =
        PackagedCairn.in(folder)
            .environment("CAIRN_BUCKETS", "limited")
            .environment("CAIRN_LIMITS_HEADERS", "4K")
            .environment("CAIRN_LIMITS_REQUEST_LINE", "2K")
            .environment("CAIRN_LIMITS_DOCUMENTS", "1K")
            .environment("CAIRN_LIMITS_FORM_FIELDS", "2K")
            .environment("CAIRN_LIMITS_IDLE", "2s")
            .environment("CAIRN_LIMITS_CONNECTIONS", Integer.toString(CONNECTIONS))
            .environment("CAIRN_LIMITS_REQUESTS_PER_SECOND", "2")
            .start();
  }

  @AfterAll
  static void stop() {
    cairn.close();
    PackagedCairn.deleteTree(folder);
  }

  @Override
  public RunningCairn cairn() {
    return cairn.running();
  }

  @Test
  void headers() {
    WireRequest get = request("GET", "/limited");

    assertThat(ask(get.with("x-note", "n".repeat(3000))).status()).isEqualTo(200);
    assertRefused(ask(get.with("x-note", "n".repeat(5000))), 400, "RequestHeaderSectionTooLarge");
  }

  @Test
  void requestLine() {
    assertThat(ask("GET", "/limited?prefix=" + "p".repeat(1000)).status()).isEqualTo(200);
    assertRefused(
        ask("GET", "/limited?prefix=" + "p".repeat(2100)), 400, "RequestHeaderSectionTooLarge");
  }

  @Test
  void documents() {
    String tags = "<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet>%s</Tagging>";
    ask(request("PUT", "/limited/tagged").body("x"));

    assertThat(tagged(tags.formatted("")).status()).isEqualTo(200);
    assertRefused(tagged(tags.formatted(" ".repeat(1024))), 400, "MaxMessageLengthExceeded");
  }

  private WireAnswer tagged(String document) {
    return ask(request("PUT", "/limited/tagged?tagging").body(document));
  }

  @Test
  void formFields() {
    WireForm form = WireForm.of("x").with("key", "k");

    WireAnswer short1 = send(form.with("x-ignore-a", "a".repeat(1000)).to(authority(), "/limited"));
    WireAnswer long1 = send(form.with("x-ignore-a", "a".repeat(2048)).to(authority(), "/limited"));

    assertRefused(short1, 403, "AccessDenied"); // nobody signed it, but it was read
    assertRefused(long1, 400, "MaxPostPreDataLengthExceededError");
  }

  @Test
  void idleConnections() throws IOException {
    try (WireConnection connection = new WireConnection(cairn().port())) {
      assertThat(connection.closedByPeer()).isTrue();
    }
  }

  @Test
  void connections() throws IOException {
    List<WireConnection> open = new ArrayList<>();
    try {
      int closed = 0;
      for (int i = 0; i < CONNECTIONS * 3; i++) {
        WireConnection connection = new WireConnection(cairn().port());
        open.add(connection);
        closed += isClosed(connection) ? 1 : 0;
      }

      assertThat(closed).isGreaterThanOrEqualTo(CONNECTIONS);
    } finally {
      for (WireConnection connection : open) {
        connection.close();
      }
    }
  }

  private boolean isClosed(WireConnection connection) {
    try {
      return connection.exchange(request("GET", "/")).status() == 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void requestRate() throws IOException {
    try (WireConnection connection = new WireConnection(cairn().port())) {
      WireAnswer answer = connection.exchange(request("HEAD", "/?apiversion"));
      for (int i = 0; i < 1000 && answer.status() != 503; i++) {
        answer = connection.exchange(request("GET", "/"));
      }

      assertRefused(answer, 503, "SlowDown");
      assertThat(answer.header("Retry-After")).contains("1");
    }
  }

  @Test
  void requestRateOfTheAdminApi() throws IOException {
    WireRequest guess = request("GET", "/-/admin/v1/accounts");
    try (WireConnection connection = new WireConnection(cairn().port())) {
      WireAnswer answer = connection.exchange(guess);
      for (int i = 0; i < 1000 && answer.status() == 401; i++) {
        answer = connection.exchange(guess);
      }

      assertThat(answer.status()).as("%s", answer).isEqualTo(503);
      assertThat(answer.text()).contains("\"code\":\"SlowDown\"");
      assertThat(answer.header("Retry-After")).contains("1");
    }
  }

  private static void assertRefused(WireAnswer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.error()).containsEntry("Code", code);
  }
}
