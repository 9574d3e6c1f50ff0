package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.gateway.RawClient.Reply;
import dev.cairn.gateway.wire.ConnectionLimits;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many connections there may be, and what may come over one. */
class ConnectionLimitsTest {
  private static final String[] REQUEST = {"GET / HTTP/1.1", "Host: localhost", "x-key: AKID"};

  @ParameterizedTest
  @CsvSource({"2, 100", "100, 2"})
  void closesAConnectionTooMany(int all, int ofOneAddress) {
    ConnectionLimits limits =
        new ConnectionLimits(all, OptionalInt.of(ofOneAddress), OptionalInt.empty());
    try (ToyService service = new ToyService(limits);
        RawClient first = service.connect();
        RawClient second = service.connect()) {
      assertThat(isServed(first)).isTrue();
      assertThat(isServed(second)).isTrue();

      try (RawClient third = service.connect()) {
        assertThat(isServed(third)).isFalse();
      }
      first.close();

      await()
          .until(
              () -> {
                try (RawClient next = service.connect()) {
                  return isServed(next);
                }
              });
      assertThat(isServed(second)).isTrue();
    }
  }

  @Test
  void tellsAClientThatIsTooFastToSlowDown() {
    ConnectionLimits limits = new ConnectionLimits(9, OptionalInt.empty(), OptionalInt.of(2));
    try (ToyService service = new ToyService(limits);
        RawClient client = service.connect()) {
      Reply reply = client.head(REQUEST).reply();
      int requests = 1;
      while (reply.status() == 204 && requests < 10_000) {
        reply = client.head(REQUEST).reply();
        requests++;
      }
      Reply refused = reply;

      assertThat(requests).as("let pass, and one").isGreaterThanOrEqualTo(3);
      assertThat(refused.text()).contains("<Code>TooManyRequests</Code>");
      assertThat(refused.header("Connection")).isNull();
      await().until(() -> isServed(client));
    }
  }

  private static boolean isServed(RawClient client) {
    try {
      return client.head(REQUEST).reply().status() == 204;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
