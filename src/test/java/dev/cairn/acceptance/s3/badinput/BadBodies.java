package dev.cairn.acceptance.s3.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireConnection;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not what their head says, and clients that stop in the middle. */
interface BadBodies extends BadInput {
  /** Enough for a file of its own. */
  int LARGE = 300_000;

  @TestFactory
  default Stream<DynamicTest> refusesWrongAndMalformedDigests() {
    WireRequest put = put(freshBucket());
    WireRequest large = put.body(new byte[LARGE]);
    return Stream.of(
        refused("wrong MD5", put.with("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg=="), 400, "BadDigest"),
        refused(
            "wrong MD5 of much",
            large.with("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg=="),
            400,
            "BadDigest"),
        refused(
            "MD5 in hexadecimal",
            put.with("Content-MD5", "5d41402abc4b2a76b9719d911017c592"),
            400,
            "InvalidDigest"),
        refused("short MD5", put.with("Content-MD5", "XUFAKrxLKna5"), 400, "InvalidDigest"),
        refused("MD5 that is no base64", put.with("Content-MD5", "%%%%"), 400, "InvalidDigest"),
        refused("empty MD5", put.with("Content-MD5", ""), 400, "InvalidDigest"),
        refused("wrong CRC32", put.with("x-amz-checksum-crc32", "NhCmhg=="), 400, "BadDigest"),
        refused(
            "wrong CRC32 of much",
            large.with("x-amz-checksum-crc32", "NhCmhg=="),
            400,
            "BadDigest"),
        refused(
            "wrong SHA-1",
            put.with("x-amz-checksum-sha1", "qvTGHdzF6KLavt4PO0gs2a6pQ00="),
            400,
            "BadDigest"),
        refused("short CRC32", put.with("x-amz-checksum-crc32", "NhCm"), 400, "InvalidRequest"),
        refused(
            "CRC32 that is no base64",
            put.with("x-amz-checksum-crc32", "????"),
            400,
            "InvalidRequest"),
        refused(
            "two checksums",
            put.with("x-amz-checksum-crc32", "NhCmhg==").with("x-amz-checksum-crc32c", "mnG7TA=="),
            400,
            "InvalidRequest"),
        refused(
            "a hash for another body",
            put.with("x-amz-content-sha256", SignerV4.hash(new byte[1])),
            400,
            "XAmzContentSHA256Mismatch"));
  }

  @Test
  default void refusesDataWithoutLength() {
    refuses(
        put(freshBucket()).without("Content-Length").bodyOnly(new byte[0]),
        411,
        "MissingContentLength");
  }

  @Test
  default void takesDataInPlainChunks() {
    // Given
    WireRequest put =
        put(freshBucket())
            .without("Content-Length")
            .with("Transfer-Encoding", "chunked")
            .with("x-amz-content-sha256", SignerV4.UNSIGNED)
            .bodyOnly("5\r\nhello\r\n0\r\n\r\n".getBytes(UTF_8));

    // When
    WireAnswer answer = ask(put);

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(ask("GET", put.target()).text()).isEqualTo("hello");
  }

  @Test
  default void refusesMoreThanFiveGibibytesBeforeTheyAreSent() throws IOException {
    // Given
    WireRequest put =
        put(freshBucket())
            .with("Content-Length", "5368709121")
            .with("Expect", "100-continue")
            .with("x-amz-content-sha256", SignerV4.UNSIGNED);

    // When
    WireAnswer answer = answerToHead(v4().sign(put));

    // Then
    UsesWire.refusal(answer, 400, "EntityTooLarge");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten", "-1", "1.5", "99999999999999999999999"})
  default void refusesALengthThatIsNone(String length) {
    refuses(put(freshBucket()).with("Content-Length", length), 400, "InvalidRequest");
  }

  @Test
  default void refusesBytesBeyondTheBodyAndNeverRunsThem() throws IOException {
    // Given
    String bucket = freshBucket();
    WireRequest smuggled = v4().sign(request("PUT", "/" + bucket + "/smuggled").body("x"));
    String text = smuggled.method() + " " + smuggled.target() + " HTTP/1.1\r\n";
    for (WireRequest.Field field : smuggled.fields()) {
      text += field.name() + ": " + field.value() + "\r\n";
    }
    WireRequest put = v4().sign(put(bucket));
    byte[] more = (new String(put.body(), UTF_8) + text + "\r\nx").getBytes(UTF_8);

    // When
    refusesAsSent(put.bodyOnly(more), 400, "InvalidRequest");

    // Then
    assertThat(ask("HEAD", "/" + bucket + "/smuggled").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stranger", "no such bucket"})
  default void aRefusedClientNeverSendsItsBody(String reason) throws IOException {
    // Given
    boolean stranger = reason.equals("stranger");
    String bucket = stranger ? freshBucket() : "no-such-bucket-anywhere";
    SignerV4 signer = stranger ? new SignerV4("AKIDUNKNOWN", "secret") : v4();
    WireRequest put = put(bucket).with("Content-Length", "1000000").with("Expect", "100-continue");
    WireRequest signed = signer.sign(put.with("x-amz-content-sha256", SignerV4.UNSIGNED));

    // When
    WireAnswer answer = answerToHead(signed);

    // Then
    UsesWire.refusal(
        answer, stranger ? 403 : 404, stranger ? "InvalidAccessKeyId" : "NoSuchBucket");
    assertThat(answer.header("Connection"))
        .hasValueSatisfying(c -> assertThat(c).isEqualToIgnoringCase("close"));
  }

  @Test
  default void anAdmittedClientIsToldToContinue() throws IOException {
    // Given
    WireRequest put = v4().sign(put(freshBucket()).with("Expect", "100-continue"));

    try (WireConnection connection = new WireConnection(cairn().port())) {
      // When
      connection.sendHead(put);

      // Then
      assertThat(connection.answer("PUT").status()).isEqualTo(100);
      connection.send(put.body());
      assertThat(connection.answer("PUT").status()).isEqualTo(200);
    }
  }

  @Test
  default void aRefusedClientThatGoesOnWritingGetsItsAnswer() throws IOException {
    // Given
    WireRequest put = put("no-such-bucket-anywhere").body(new byte[900_000]);

    // When / Then
    refuses(put, 404, "NoSuchBucket");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, LARGE})
  default void keepsNothingOfAClientThatHangsUp(int sent) throws IOException {
    // Given
    WireRequest put = v4().sign(put(freshBucket()).body(new byte[LARGE + 1]));
    Stored before = Stored.in(cairn());

    // When
    try (WireConnection connection = new WireConnection(cairn().port())) {
      connection.sendHead(put);
      connection.send(new byte[sent]);
      connection.reset();
    }

    // Then
    before.assertNothingCame(cairn());
    assertThat(ask("HEAD", put.target()).status()).isEqualTo(404);
  }

  @Test
  default void keepsNothingOfAClientThatEndsEarly() throws IOException {
    // Given
    WireRequest put = v4().sign(put(freshBucket()).body(new byte[LARGE]));
    Stored before = Stored.in(cairn());

    // When
    try (WireConnection connection = new WireConnection(cairn().port())) {
      connection.sendHead(put);
      connection.send(new byte[LARGE - 1]);
      connection.endOutput();
      connection.drain();
    }

    // Then
    before.assertNothingCame(cairn());
    assertThat(ask("HEAD", put.target()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, LARGE / 2})
  default void refusesAClientThatFallsSilent(int sent) throws IOException {
    // Given
    WireRequest put = v4().sign(put(freshBucket()).body(new byte[LARGE]));
    Stored before = Stored.in(cairn());

    try (WireConnection connection = new WireConnection(cairn().port())) {
      // When
      connection.sendHead(put);
      connection.send(new byte[sent]);

      // Then
      UsesWire.refusal(connection.answer("PUT"), 400, "RequestTimeout");
      assertThat(connection.closedByPeer()).isTrue();
    }
    before.assertNothingCame(cairn());
  }

  private WireAnswer answerToHead(WireRequest request) throws IOException {
    try (WireConnection connection = new WireConnection(cairn().port())) {
      connection.sendHead(request);
      return connection.answer(request.method());
    }
  }
}
