package dev.cairn.acceptance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.Packaged;
import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the log says, and what it never says. */
class LogIT implements UsesWire, Packaged {
  @Test
  void anIdThatAClientSawIsFound() {
    // When
    WireAnswer answer = ask("GET", "/no-such-bucket-in-the-log/k");

    // Then
    String id = answer.headers().get("x-amz-request-id");
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(PackagedCairn.shared().log().lines())
                    .anyMatch(line -> line.contains("id=" + id) && line.contains("NoSuchBucket")));
  }

  @Test
  void noSecretIsFound() {
    // Given
    ask("GET", "/?prefix=a");

    // When
    String log = PackagedCairn.shared().log();

    // Then
    assertThat(log)
        .doesNotContain(cairn().secretAccessKey())
        .doesNotContain(cairn().database().password())
        .doesNotContain("Signature=");
  }
}
