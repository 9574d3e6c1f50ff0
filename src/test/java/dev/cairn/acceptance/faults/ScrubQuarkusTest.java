package dev.cairn.acceptance.faults;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.acceptance.InJvm;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.boot.postgres.FaultyPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Damage to what is stored shows in the admin API and in the metrics. */
@QuarkusTest
@WithTestResource(FaultyDatabase.class)
class ScrubQuarkusTest implements InJvm, UsesWire {
  private static final byte[] BYTES = UsesStore.bytes(100_000, 7);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  FaultyPostgres postgres;

  @Test
  void reportsDamageUntilItIsRepaired() throws IOException {
    // Given
    assertThat(ask("PUT", "/scrubbed").status()).isEqualTo(200);
    assertThat(ask(request("PUT", "/scrubbed/good").body(BYTES)).status()).isEqualTo(200);
    assertThat(ask(request("PUT", "/scrubbed/bad").body(BYTES)).status()).isEqualTo(200);
    Path file = fileOf("bad");
    byte[] bytes = Files.readAllBytes(file);

    // When
    bytes[50_000] ^= 1;
    Files.write(file, bytes);

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(report().getList("findings.key")).isEqualTo(List.of("bad"));
              assertThat(report().getString("findings[0].damage")).isEqualTo("DIGEST");
              assertThat(report().getString("findings[0].bucket")).isEqualTo("scrubbed");
              assertThat(metrics()).contains("cairn_blobs_damaged 1.0");
            });

    // And when
    bytes[50_000] ^= 1;
    Files.write(file, bytes);

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(report().getList("findings")).isEmpty();
              assertThat(metrics()).contains("cairn_blobs_damaged 0.0");
            });
    assertThat(ask("GET", "/scrubbed/bad").body()).isEqualTo(BYTES);
  }

  private Path fileOf(String key) throws IOException {
    RunningCairn cairn = cairn();
    RunningCairn direct =
        new RunningCairn(
            cairn.port(),
            cairn.accessKeyId(),
            cairn.secretAccessKey(),
            cairn.dataFolder(),
            postgres.direct());
    String blob = Stored.ask(direct, "SELECT blob_id FROM objects WHERE key = '" + key + "'");
    try (var files = Files.walk(cairn.dataFolder().resolve("blobs"))) {
      return files
          .filter(path -> path.getFileName().toString().contains(blob))
          .findFirst()
          .orElseThrow();
    }
  }

  private JsonPath report() {
    return given()
        .port(cairn().port())
        .auth()
        .preemptive()
        .basic(cairn().accessKeyId(), cairn().secretAccessKey())
        .get("/-/admin/v1/scrub")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String metrics() {
    int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
    return given().port(port).get("/q/metrics").asString();
  }
}
