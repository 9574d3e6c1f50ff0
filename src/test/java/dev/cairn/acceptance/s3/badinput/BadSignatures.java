package dev.cairn.acceptance.s3.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.SignerV2;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireRequest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Signatures in the Authorization header. */
interface BadSignatures extends BadInput {
  Duration TOO_MUCH = Duration.ofMinutes(16);

  @TestFactory
  default Stream<DynamicTest> refusesBadV4Headers() {
    WireRequest put = put(freshBucket());
    WireRequest good = v4().sign(put);
    SignerV4 past = v4().at(v4().time().minus(TOO_MUCH));
    SignerV4 future = v4().at(v4().time().plus(TOO_MUCH));
    return Stream.of(
        refusedAsSent("none at all", put, 403, "AccessDenied"),
        refusedAsSent("another one", wrong(good), 403, "SignatureDoesNotMatch"),
        refusedAsSent(
            "of another request", good.target(put.target() + "2"), 403, "SignatureDoesNotMatch"),
        refusedAsSent(
            "of another method",
            v4().sign(put.method("GET")).method("PUT"),
            403,
            "SignatureDoesNotMatch"),
        refusedAsSent(
            "with another secret",
            new SignerV4(cairn().accessKeyId(), "guess").sign(put),
            403,
            "SignatureDoesNotMatch"),
        refusedAsSent(
            "of an unknown key",
            new SignerV4("AKIDUNKNOWN", cairn().secretAccessKey()).sign(put),
            403,
            "InvalidAccessKeyId"),
        refusedAsSent("too old", past.sign(put), 403, "RequestTimeTooSkewed"),
        refusedAsSent("of the future", future.sign(put), 403, "RequestTimeTooSkewed"),
        refusedAsSent(
            "without the payload's hash",
            v4().signAsIs(good.without("x-amz-content-sha256")),
            400,
            "InvalidRequest"),
        refusedAsSent(
            "without a date", v4().signAsIs(good.without("x-amz-date")), 403, "AccessDenied"),
        refusedAsSent(
            "with an unreadable date",
            v4().signAsIs(good.with("x-amz-date", "yesterday")),
            403,
            "AccessDenied"),
        refusedAsSent(
            "that leaves an x-amz- header out",
            good.with("x-amz-meta-colour", "blue"),
            403,
            "AccessDenied"),
        refusedAsSent(
            "of another body", good.body("same length"), 400, "XAmzContentSHA256Mismatch"),
        refusedAsSent(
            "with an unreadable payload hash",
            v4().sign(put.with("x-amz-content-sha256", "nonsense")),
            400,
            "InvalidArgument"));
  }

  @TestFactory
  default Stream<DynamicTest> refusesMalformedAuthorization() {
    WireRequest good = v4().sign(put(freshBucket()));
    String code = "AuthorizationHeaderMalformed";
    return Stream.of(
        malformed(good, "no parts", a -> "AWS4-HMAC-SHA256", code),
        malformed(good, "nonsense for parts", a -> "AWS4-HMAC-SHA256 nonsense", code),
        malformed(good, "no signature", a -> a.replaceAll(", Signature=.*", ""), code),
        malformed(good, "no credential", a -> a.replaceAll("Credential=[^,]*, ", ""), code),
        malformed(good, "no signed headers", a -> a.replaceAll("SignedHeaders=[^,]*, ", ""), code),
        malformed(good, "short scope", a -> a.replace("/s3/aws4_request", ""), code),
        malformed(good, "another service", a -> a.replace("/s3/", "/ec2/"), code),
        malformed(good, "another end", a -> a.replace("aws4_request", "aws5_request"), code),
        malformed(good, "another day", a -> a.replaceAll("/20\\d{6}/", "/20200101/"), code),
        malformed(good, "unknown scheme", a -> "Bearer abc", "InvalidArgument"),
        malformed(good, "V2 without a colon", a -> "AWS abc", "InvalidArgument"));
  }

  private DynamicTest malformed(
      WireRequest good, String name, java.util.function.UnaryOperator<String> change, String code) {
    return refusedAsSent(name, good.changing("Authorization", change), 400, code);
  }

  @TestFactory
  default Stream<DynamicTest> refusesBadV2Headers() {
    WireRequest put = put(freshBucket());
    WireRequest good = v2().sign(put);
    SignerV2 past = v2().at(v2().time().minus(TOO_MUCH));
    SignerV2 future = v2().at(v2().time().plus(TOO_MUCH));
    return Stream.of(
        refusedAsSent(
            "another one",
            good.changing("Authorization", a -> a.substring(0, a.length() - 5) + "AAAA="),
            403,
            "SignatureDoesNotMatch"),
        refusedAsSent(
            "of an unknown key",
            new SignerV2("AKIDUNKNOWN", cairn().secretAccessKey()).sign(put),
            403,
            "InvalidAccessKeyId"),
        refusedAsSent("too old", past.sign(put), 403, "RequestTimeTooSkewed"),
        refusedAsSent("of the future", future.sign(put), 403, "RequestTimeTooSkewed"),
        refusedAsSent("without a date", good.without("Date"), 403, "AccessDenied"),
        refusedAsSent(
            "without what it signed",
            good.with("Content-Type", "text/x"),
            403,
            "SignatureDoesNotMatch"));
  }

  @Test
  default void tellsWhatItWouldHaveSigned() {
    // Given
    WireRequest put = put(freshBucket());

    // When
    Map<String, String> error = refusesAsSent(wrong(v4().sign(put)), 403, "SignatureDoesNotMatch");

    // Then
    assertThat(error.get("CanonicalRequest")).startsWith("PUT\n" + put.target() + "\n\nhost:");
    assertThat(error.get("StringToSign")).startsWith("AWS4-HMAC-SHA256\n");
    assertThat(error).containsEntry("AWSAccessKeyId", cairn().accessKeyId());
    assertThat(error.get("SignatureProvided")).matches("[0-9a-f]{64}");
    assertThat(error.get("CanonicalRequestBytes")).startsWith("50 55 54 0a 2f");
    assertThat(error.values()).noneMatch(text -> text.contains(cairn().secretAccessKey()));
  }

  @Test
  default void toleratesAClockThatIsAlmostRight() {
    // Given
    SignerV4 late = v4().at(v4().time().minus(Duration.ofMinutes(14)));

    // When
    int status = send(late.sign(put(freshBucket()))).status();

    // Then
    assertThat(status).isEqualTo(200);
  }

  @Test
  default void acceptsAnyRegionWhereNoneIsConfigured() {
    // When
    int status = send(v4().in("eu-nowhere-7").sign(put(freshBucket()))).status();

    // Then
    assertThat(status).isEqualTo(200);
  }

  private static WireRequest wrong(WireRequest good) {
    return good.changing(
        "Authorization", a -> a.substring(0, a.length() - 1) + (a.endsWith("0") ? "1" : "0"));
  }
}
