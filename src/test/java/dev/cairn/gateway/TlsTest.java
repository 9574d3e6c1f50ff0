package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.body.Content;
import dev.cairn.core.body.Content.Region;
import dev.cairn.gateway.RawClient.Reply;
import dev.cairn.model.ObjectKey;
import io.vertx.core.net.JksOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door behind TLS: the same, and files go through it in chunks. */
class TlsTest {
  private static final String PASSWORD = "password";

  @TempDir static Path folder;
  private static ToyService service;

  @BeforeAll
  static void start() throws Exception {
    Path keys = folder.resolve("keys");
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "door",
            "-dname",
            "CN=localhost",
            "-storepass",
            PASSWORD,
            "-keystore",
            keys.toString())
        .inheritIO()
        .start()
        .waitFor();
    service =
        new ToyService(
            options ->
                options
                    .setSsl(true)
                    .setKeyCertOptions(
                        new JksOptions().setPath(keys.toString()).setPassword(PASSWORD)));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void storesAndReadsAndKeepsTheConnection() throws Exception {
    byte[] bytes = new byte[1_000_000];
    new Random(1).nextBytes(bytes);
    Path file = Files.write(folder.resolve("file"), bytes);
    service.store.contents.put(
        new ObjectKey("file"),
        new Content(
            List.of(new Region.InFile(file, 0, 400_000), new Region.InFile(file, 400_000, 600_000)),
            () -> {}));
    try (RawClient client = service.connectWithTls()) {
      client.head("PUT /b/a//b|%2F HTTP/1.1", "Host: localhost", "x-key: A", "Content-Length: 2");
      Reply stored = client.send("ok").reply();
      client.head("GET /b/file HTTP/1.1", "Host: localhost", "x-key: A");
      Reply read = client.reply();

      assertThat(stored.status()).isEqualTo(200);
      assertThat(service.store.objects).containsKey(new ObjectKey("a//b|/"));
      assertThat(read.body()).isEqualTo(bytes);
    }
  }

  @Test
  void refusesWhatTheFrameworkWouldAnswer() {
    try (RawClient client = service.connectWithTls()) {
      Reply refused = client.head("GET /b/%zz HTTP/1.1", "Host: localhost").reply();

      assertThat(refused.text()).contains("<Code>InvalidUri</Code>");
    }
  }

  @Test
  void givesTheRefusalToAClientThatKeepsWriting() {
    try (RawClient client = service.connectWithTls()) {
      client.head("PUT /b/k HTTP/1.1", "Host: localhost", "x-key: wrong", "Content-Length: 500000");
      Reply refused = client.send(new byte[500_000]).reply();

      assertThat(refused.status()).isEqualTo(403);
    }
  }
}
