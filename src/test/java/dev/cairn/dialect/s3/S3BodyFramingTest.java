package dev.cairn.dialect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.BytesBody;
import dev.cairn.core.body.Slab;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.family.signature.PlainSigner;
import dev.cairn.dialect.family.signature.SdkSigner;
import dev.cairn.dialect.family.signature.Wire;
import dev.cairn.model.Caller;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an accepted head makes of the body. */
class S3BodyFramingTest {
  private static final String NOW = SdkSigner.NOW.toString();
  private static final String HASH = Hashes.sha256Hex("hello");
  private static final String CHUNKED = "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n";

  @Test
  void claimsThePayloadHash() {
    Body body = signed(HASH, 5).framing().apply(BytesBody.of("hello"));

    assertThat(body.claims().list())
        .singleElement()
        .satisfies(
            claimed -> {
              assertThat(claimed.algorithm()).isEqualTo(DigestAlgorithm.SHA256);
              assertThat(claimed.claim()).isEqualTo(Failure.BadDigest.Claim.PAYLOAD_HASH);
              assertThat(Hashes.hex(claimed.expected())).isEqualTo(HASH);
            });
  }

  @Test
  void leavesAnUnsignedPayloadAlone() {
    BytesBody body = BytesBody.of("hello");

    Body framed = signed("UNSIGNED-PAYLOAD", 5).framing().apply(body);

    assertThat(framed).isSameAs(body);
  }

  @Test
  void refusesTheHashOfABodyThatIsNotThere() {
    FailureException thrown = catchThrowableOfType(FailureException.class, () -> signed(HASH, 0));

    assertThat(thrown.failure()).isInstanceOf(Failure.BadDigest.class);
  }

  @Test
  void holdsABodyToTheHashOfNothing() {
    Body body = signed(Hashes.sha256Hex(""), 5).framing().apply(BytesBody.of("hello"));

    assertThat(body.claims().list()).hasSize(1);
  }

  static Stream<Arguments> unsignedChunks() {
    Wire bare = Wire.request("PUT", SdkSigner.HOST, "/bucket/k").withLength(100);
    return Stream.of(
        arguments("anonymous", streaming(bare)),
        arguments(
            "anonymous, only the coding says so",
            streaming(bare)
                .without("x-amz-content-sha256")
                .with("Content-Encoding", "gzip, AWS-chunked")),
        arguments(
            "V4",
            PlainSigner.sign(
                streaming(bare).without("x-amz-content-sha256"),
                "STREAMING-UNSIGNED-PAYLOAD-TRAILER")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsignedChunks")
  void takesUnsignedChunksApart(String name, Wire request) {
    Body body = request.authenticateAt(NOW).framing().apply(BytesBody.of(CHUNKED));

    assertThat(text(body)).isEqualTo("hello");
    assertThat(body.claims().list())
        .extracting(c -> c.algorithm())
        .containsExactly(DigestAlgorithm.CRC32);
  }

  @Test
  void refusesUnsignedChunksUnderAMadeUpSignature() {
    Wire request =
        PlainSigner.sign(
                streaming(Wire.request("PUT", SdkSigner.HOST, "/bucket/k"))
                    .without("x-amz-content-sha256"),
                "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
            .mapping("Authorization", a -> a.replaceFirst("Signature=.*", "Signature=" + HASH));

    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> request.authenticateAt(NOW));

    assertThat(thrown.failure()).isInstanceOf(Failure.SignatureMismatch.class);
  }

  @Test
  void knowsAnonymousRequests() {
    Authentication authentication =
        Wire.request("GET", SdkSigner.HOST, "/bucket/k").authenticateAt(NOW);

    assertThat(authentication.caller()).isEqualTo(new Caller.Anonymous());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"
      })
  void refusesSignedChunksOfNobody(String payload) {
    Wire request =
        streaming(Wire.request("PUT", SdkSigner.HOST, "/bucket/k"))
            .replacing("x-amz-content-sha256", payload);

    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> request.authenticateAt(NOW));

    assertThat(thrown.failure()).isInstanceOf(Failure.InvalidRequest.class);
  }

  static Stream<Arguments> badLengths() {
    Wire request = streaming(Wire.request("PUT", SdkSigner.HOST, "/bucket/k").withLength(100));
    String header = "x-amz-decoded-content-length";
    return Stream.of(
        arguments(request.without(header), Failure.MissingContentLength.class),
        arguments(request.replacing(header, ""), Failure.InvalidArgument.class),
        arguments(request.replacing(header, "-1"), Failure.InvalidArgument.class),
        arguments(request.replacing(header, "5x"), Failure.InvalidArgument.class),
        arguments(request.replacing(header, "0x5"), Failure.InvalidArgument.class),
        arguments(request.replacing(header, "101"), Failure.InvalidArgument.class),
        arguments(request.replacing(header, "9".repeat(30)), Failure.InvalidArgument.class),
        arguments(
            request.replacing("x-amz-trailer", "x-amz-meta-a"), Failure.InvalidRequest.class));
  }

  @ParameterizedTest
  @MethodSource("badLengths")
  void refusesChunksOfWhichTheHeadSaysTooLittle(Wire request, Class<? extends Failure> expected) {
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> request.authenticateAt(NOW));

    assertThat(thrown.failure()).isInstanceOf(expected);
  }

  private static Wire streaming(Wire request) {
    return request
        .with("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
        .with("x-amz-decoded-content-length", "5")
        .with("x-amz-trailer", "x-amz-checksum-crc32");
  }

  private static Authentication signed(String payload, long length) {
    Wire request = Wire.request("PUT", SdkSigner.HOST, "/bucket/k").withLength(length);
    return PlainSigner.sign(request, payload).authenticateAt(NOW);
  }

  private static String text(Body body) {
    StringBuilder text = new StringBuilder();
    for (Slab slab = body.next().await().indefinitely();
        slab != null;
        slab = body.next().await().indefinitely()) {
      text.append(StandardCharsets.UTF_8.decode(slab.bytes()));
      slab.release();
    }
    return text.toString();
  }
}
