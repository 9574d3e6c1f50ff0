package dev.cairn.acceptance.s3.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.SignerV2;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireRequest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Signatures in the query. */
interface BadPresignedUrls extends BadInput {
  String PARAMETERS_ERROR = "AuthorizationQueryParametersError";

  @TestFactory
  default Stream<DynamicTest> refusesBadV4Urls() {
    WireRequest put = put(freshBucket());
    WireRequest good = v4().presign(put, 60);
    SignerV4 past = v4().at(v4().time().minus(Duration.ofHours(2)));
    SignerV4 future = v4().at(v4().time().plus(Duration.ofHours(2)));
    SignerV4 stranger = new SignerV4("AKIDUNKNOWN", "secret");
    return Stream.of(
        refusedAsSent("expired", past.presign(put, 3600), 403, "AccessDenied"),
        refusedAsSent("of the future", future.presign(put, 60), 403, "AccessDenied"),
        refusedAsSent("unknown key", stranger.presign(put, 60), 403, "InvalidAccessKeyId"),
        refusedAsSent(
            "valid for more than a week", v4().presign(put, 604_801), 400, PARAMETERS_ERROR),
        refusedAsSent("valid for no time", v4().presign(put, 0), 400, PARAMETERS_ERROR),
        refusedAsSent("valid for less", v4().presign(put, -1), 400, PARAMETERS_ERROR),
        altered(
            good,
            "another signature",
            "Signature=....",
            "Signature=0000",
            403,
            "SignatureDoesNotMatch"),
        altered(good, "longer life", "Expires=60", "Expires=61", 403, "SignatureDoesNotMatch"),
        altered(good, "another object", "/k\\?", "/l?", 403, "SignatureDoesNotMatch"),
        altered(good, "one parameter more", "$", "&x=y", 403, "SignatureDoesNotMatch"),
        altered(good, "life that is no number", "Expires=60", "Expires=six", 400, PARAMETERS_ERROR),
        altered(good, "no life", "&X-Amz-Expires=60", "", 400, PARAMETERS_ERROR),
        altered(good, "no date", "&X-Amz-Date=[^&]*", "", 400, PARAMETERS_ERROR),
        altered(good, "no signature", "&X-Amz-Signature=[^&]*", "", 400, PARAMETERS_ERROR),
        altered(good, "no credential", "&X-Amz-Credential=[^&]*", "", 400, PARAMETERS_ERROR),
        altered(good, "no signed headers", "&X-Amz-SignedHeaders=[^&]*", "", 400, PARAMETERS_ERROR),
        altered(good, "another algorithm", "AWS4-HMAC-SHA256", "AWS9-HMAC", 400, PARAMETERS_ERROR),
        refusedAsSent(
            "a header of ours that is not signed",
            good.with("x-amz-meta-colour", "blue"),
            403,
            "AccessDenied"),
        refusedAsSent(
            "another in the header", v4().sign(put).target(good.target()), 400, "InvalidArgument"));
  }

  @TestFactory
  default Stream<DynamicTest> refusesBadV2Urls() {
    WireRequest put = put(freshBucket());
    WireRequest good = v2().presign(put, 60);
    SignerV2 past = v2().at(v2().time().minus(Duration.ofHours(2)));
    SignerV2 stranger = new SignerV2("AKIDUNKNOWN", "secret");
    return Stream.of(
        refusedAsSent("expired", past.presign(put, 3600), 403, "AccessDenied"),
        refusedAsSent("unknown key", stranger.presign(put, 60), 403, "InvalidAccessKeyId"),
        altered(
            good,
            "another signature",
            "Signature=..",
            "Signature=00",
            403,
            "SignatureDoesNotMatch"),
        altered(good, "another object", "/k\\?", "/l?", 403, "SignatureDoesNotMatch"),
        altered(good, "no signature", "&Signature=.*", "", 403, "AccessDenied"),
        altered(good, "no life", "&Expires=\\d+", "", 403, "AccessDenied"),
        altered(
            good, "life that is no number", "Expires=\\d+", "Expires=soon", 403, "AccessDenied"));
  }

  private DynamicTest altered(
      WireRequest good, String name, String part, String other, int status, String code) {
    String target = good.target().replaceFirst(part, other);
    assertThat(target).as(name).isNotEqualTo(good.target());
    return refusedAsSent(name, good.target(target), status, code);
  }

  @Test
  default void acceptsAWeek() {
    // When
    int status = send(v4().presign(put(freshBucket()), 604_800)).status();

    // Then
    assertThat(status).isEqualTo(200);
  }
}
