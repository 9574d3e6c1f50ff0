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
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees of the door and the stages, byte for byte. */
class GatewayTest {
  private static final String HOST = "Host: localhost";
  private static final String OWNER = "x-key: AKID";

  private static ToyService service;
  private RawClient client;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    service = new ToyService();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void connect() {
    service.store.pause = Duration.ZERO;
    service.store.objects.clear();
    client = service.connect();
  }

  @AfterEach
  void everySlabIsBack() {
    client.close();
    await().atMost(Duration.ofSeconds(5)).until(() -> service.slabs.lent() == 0);
  }

  // --- bodies that come ----------------------------------------------------------------------

  @Test
  void storesABodyAndKeepsTheConnection() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 5").send("hello");
    Reply stored = client.reply();

    client.head("GET /b/k HTTP/1.1", HOST, OWNER);
    Reply read = client.reply();

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored.header("Content-Length")).isEqualTo("0");
    assertThat(read.text()).isEqualTo("hello");
    assertThat(read.header("Connection")).isNull();
  }

  @Test
  void storesAChunkedBodyWithoutLength() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Transfer-Encoding: chunked");
    client.send("5\r\nhello\r\n").send("6\r\n world\r\n0\r\n\r\n");

    Reply stored = client.reply();

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored("k")).isEqualTo("hello world");
  }

  @Test
  void storesAnEmptyBody() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 0");

    Reply stored = client.reply();

    assertThat(stored.header("x-stored")).isEqualTo("0");
    assertThat(stored("k")).isEmpty();
  }

  @Test
  void storesALargeBodyHoweverItIsCut() {
    byte[] bytes = random(5_000_000);
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: " + bytes.length);
    Random cuts = new Random(7);
    for (int at = 0; at < bytes.length; ) {
      int count = Math.min(bytes.length - at, 1 + cuts.nextInt(200_000));
      client.send(java.util.Arrays.copyOfRange(bytes, at, at + count));
      at += count;
    }

    Reply stored = client.reply();

    assertThat(stored.status()).isEqualTo(200);
    assertThat(service.store.objects.get(new ObjectKey("k"))).isEqualTo(bytes);
  }

  @Test
  void asksForTheBodyWithTheFirstPullOnly() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 5", "Expect: 100-continue");
    Reply goOn = client.replyToHead();
    client.send("hello");

    Reply stored = client.reply();

    assertThat(goOn.status()).isEqualTo(100);
    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored("k")).isEqualTo("hello");
  }

  // --- bodies that are not wanted ------------------------------------------------------------

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
        .isInstanceOf(java.io.UncheckedIOException.class);
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

  // --- bodies that do not come ---------------------------------------------------------------

  @Test
  void refusesABodyShorterThanDeclared() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 10").send("hello").endSending();

    Reply refused = client.reply();

    assertThat(refused.text()).contains("<Code>IncompleteBody</Code>");
    assertThat(service.store.objects).isEmpty();
    assertThat(client.rest()).isEmpty();
  }

  @Test
  void discardsTheBodyOfAClientThatVanishes() {
    int failed = service.store.bodiesFailed.get();
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 3000000");
    client.send(new byte[1_500_000]);
    await().until(() -> service.slabs.lent() > 0);

    client.vanish();

    await().until(() -> service.store.bodiesFailed.get() == failed + 1);
    assertThat(service.store.objects).isEmpty();
  }

  @Test
  void givesUpOnASilentClient() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 10").send("hello");

    Reply refused = client.reply();

    assertThat(refused.text()).contains("<Code>BodyTimeout</Code>");
    assertThat(service.store.objects).isEmpty();
  }

  @Test
  void waitsForASlowClient() throws InterruptedException {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Content-Length: 5");
    for (char letter : "hello".toCharArray()) {
      client.send(String.valueOf(letter));
      Thread.sleep(ToyService.BODY_TIMEOUT.toMillis() / 3);
    }

    assertThat(client.reply().status()).isEqualTo(200);
  }

  @Test
  void refusesGarbledChunks() {
    client.head("PUT /b/k HTTP/1.1", HOST, OWNER, "Transfer-Encoding: chunked");
    client.send("5\r\nhello\r\nzz\r\n");

    Reply refused = client.reply();

    assertThat(refused.text()).contains("<Code>InvalidRequest</Code>");
    assertThat(service.store.objects).isEmpty();
    assertThat(client.rest()).isEmpty();
  }

  @Test
  void readsNoFasterThanTheDiskWrites() {
    service.store.pause = Duration.ofMillis(30);
    client.head("PUT /b/null/k HTTP/1.1", HOST, OWNER, "Content-Length: 20000000");
    client.send(new byte[20_000_000]);

    Reply stored = client.reply();

    assertThat(stored.header("x-stored")).isEqualTo("20000000");
  }

  // --- bytes beyond --------------------------------------------------------------------------

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

  // --- heads ---------------------------------------------------------------------------------

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
    assertThat(stored(dev.cairn.protocol.PercentCoding.decodePath(rawKey))).isEqualTo("ok");
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

  // --- who and what --------------------------------------------------------------------------

  @Test
  void refusesAnonymousCallersOfTheService() {
    client.head("GET / HTTP/1.1", HOST);

    Reply refused = client.reply();

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("X-Amz-Caller")).isEqualTo("Anonymous");
  }

  @Test
  void neverTellsWhatWentWrongInside() {
    client.head("GET /broken/k HTTP/1.1", HOST, OWNER);

    Reply refused = client.reply();

    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.head() + refused.text()).doesNotContain("secret").contains("Internal");
  }

  // --- answers -------------------------------------------------------------------------------

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

  private void content(String key, Region... regions) {
    service.store.contents.put(new ObjectKey(key), new Content(List.of(regions), () -> {}));
  }

  private Path file(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  private static String stored(String key) {
    return new String(service.store.objects.get(new ObjectKey(key)), StandardCharsets.UTF_8);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
