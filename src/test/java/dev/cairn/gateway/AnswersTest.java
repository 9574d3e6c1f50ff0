package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cairn.core.body.Content;
import dev.cairn.core.body.Content.Region;
import dev.cairn.gateway.RawClient.Reply;
import dev.cairn.model.ObjectKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer says, and how the content of an object is sent. */
class AnswersTest extends DoorSuite {
  @TempDir Path folder;

  @Test
  void writesHeadersAsTheyAre() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 2").send("ok").reply();

    client.head("GET /b/k HTTP/1.1", HOST, OWNER, "x-echo: caf\u00c3\u00a9 \u00c3\u0080");
    Reply read = client.reply();

    assertThat(read.head())
        .contains("\r\nContent-Type: foo\r\n")
        .contains("\r\nx-amz-meta-Echo: caf\u00c3\u00a9 \u00c3\u0080\r\n")
        .contains("\r\nx-Odd: a  b: c\r\n")
        .doesNotContain("\r\nb: c");
  }

  @Test
  void answersHeadWithTheLengthThatGetHas() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 5").send("hello").reply();

    client.head("HEAD /b/k HTTP/1.1", HOST, OWNER);
    Reply head = client.replyToHead();
    client.head("HEAD /b/none HTTP/1.1", HOST, OWNER);
    Reply none = client.replyToHead();
    client.head("GET /b/k HTTP/1.1", HOST, OWNER);

    assertThat(head.header("Content-Length")).isEqualTo("5");
    assertThat(none.status()).isEqualTo(404);
    assertThat(client.reply().text()).isEqualTo("hello");
  }

  @Test
  void sendsNoLengthWithNoContent() {
    client.head("GET / HTTP/1.1", HOST, OWNER);

    Reply none = client.reply();

    assertThat(none.status()).isEqualTo(204);
    assertThat(none.header("Content-Length")).isNull();
  }

  @Test
  void sendsRegionsOfFilesAndMemoryInOrder() throws Exception {
    byte[] first = random(3_000_000);
    byte[] second = random(700_000);
    content(
        "many",
        new Region.InFile(file("1", first), 10, 2_000_000),
        new Region.InMemory("middle".getBytes(StandardCharsets.UTF_8), 3, 3),
        new Region.InFile(file("2", second), 0, 700_000));
    int closed = service.store.closed.get();

    client.head("GET /b/many HTTP/1.1", HOST, OWNER);
    Reply read = client.reply();
    client.head("GET / HTTP/1.1", HOST, OWNER);
    Reply next = client.reply();

    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.write(first, 10, 2_000_000);
    expected.writeBytes("dle".getBytes(StandardCharsets.UTF_8));
    expected.writeBytes(second);
    assertThat(read.body()).isEqualTo(expected.toByteArray());
    assertThat(next.status()).isEqualTo(204);
    assertThat(service.store.closed.get()).isEqualTo(closed + 1);
  }

  @Test
  void closesTheContentWhenTheReaderLeaves() throws Exception {
    content("large", new Region.InFile(file("3", new byte[50_000_000]), 0, 50_000_000));
    int closed = service.store.closed.get();
    client.head("GET /b/large HTTP/1.1", HOST, OWNER);
    assertThat(client.isSilentFor(10_000)).isFalse();

    client.vanish();

    await().until(() -> service.store.closed.get() == closed + 1);
  }

  @Test
  void answersAMissingFileWithAnError() {
    content("lost", new Region.InFile(folder.resolve("none"), 0, 10));

    client.head("GET /b/lost HTTP/1.1", HOST, OWNER);
    Reply refused = client.reply();

    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.header("Content-Type")).isEqualTo("application/xml");
  }

  @Test
  void cutsTheConnectionWhenAnAnswerCannotBeFinished() throws Exception {
    content(
        "half",
        new Region.InFile(file("4", new byte[1000]), 0, 1000),
        new Region.InFile(folder.resolve("none"), 0, 10));

    client.head("GET /b/half HTTP/1.1", HOST, OWNER);

    assertThatThrownBy(client::reply).hasMessageContaining("1000 of 1010");
  }

  @Test
  void countsWhatItServes() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 5").send("hello").reply();

    await()
        .until(
            () ->
                service
                        .metrics
                        .get("cairn.requests")
                        .tags("dialect", "s3", "operation", "PutObject", "status", "2xx")
                        .timer()
                        .count()
                    > 0);
    assertThat(service.metrics.get("cairn.requests.active").gauge().value()).isZero();
  }

  @Test
  void neverTellsWhatWentWrongInside() {
    client.head("GET /broken/k HTTP/1.1", HOST, OWNER);

    Reply refused = client.reply();

    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.head() + refused.text()).doesNotContain("secret").contains("Internal");
  }

  private void content(String key, Region... regions) {
    service.store.contents.put(new ObjectKey(key), new Content(List.of(regions), () -> {}));
  }

  private Path file(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }
}
