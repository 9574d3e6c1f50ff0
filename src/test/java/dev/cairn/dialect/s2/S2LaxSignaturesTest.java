package dev.cairn.dialect.s2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.family.signature.OneAccount;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Hashes;
import dev.cairn.protocol.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What BaishanCloud's verifier does not look at, and what it looks at otherwise than AWS. */
class S2LaxSignaturesTest {
  private static final OneAccount ACCOUNT = new OneAccount();
  private static final String KEY = OneAccount.ACCESS_KEY_ID;
  private static final String DATE = "Sun, 01 Mar 2026 12:00:00 GMT";
  private static final String NOW = "2026-03-01T12:00:00Z";

  /** V4 over {@code GET /key} with nothing signed but the Host. */
  private static String v4(String date, String scope, String payloadHash) {
    String canonical = "GET\n/key\n\nhost:" + S2Wire.HOST + "\n\nhost\n" + payloadHash;
    String text = "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n" + Hashes.sha256Hex(canonical);
    byte[] key = ("AWS4" + OneAccount.SECRET).getBytes(StandardCharsets.UTF_8);
    for (String word : List.of(scope.split("/", -1))) {
      key = Hmac.sha256(key, word);
    }
    return "AWS4-HMAC-SHA256 Credential=%s/%s,SignedHeaders=host,Signature=%s"
        .formatted(KEY, scope, Hashes.hex(Hmac.sha256(key, text)));
  }

  private static String v2(String text) {
    byte[] secret = OneAccount.SECRET.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder()
        .encodeToString(Hmac.sha1(secret, text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "20260301/us-east-1/s3/aws4_request",
    "20260301/bj/s3/aws4_request",
    "20260301/bj/anything/aws4_request",
    "20260227/us-east-1/s3/aws4_request"
  })
  void takesAnyScopeOfTheLastWeekTheDateAsSentAndNoPayloadHash(String scope) {
    S2Wire request =
        S2Wire.request("GET", "/key")
            .with("Date", DATE)
            .with("Authorization", v4(DATE, scope, "UNSIGNED-PAYLOAD"));

    Authentication authentication = request.authenticate(NOW, ACCOUNT);

    assertThat(authentication.caller()).isInstanceOf(Caller.Authenticated.class);
  }

  @Test
  void takesAPayloadHashThatIsNotAmongTheSignedHeaders() {
    String hash = Hashes.sha256Hex("");
    S2Wire request =
        S2Wire.request("GET", "/key")
            .with("Date", DATE)
            .with("x-amz-content-sha256", hash)
            .with("Authorization", v4(DATE, "20260301/us-east-1/s3/aws4_request", hash));

    Authentication authentication = request.authenticate(NOW, ACCOUNT);

    assertThat(authentication.caller()).isInstanceOf(Caller.Authenticated.class);
  }

  @Test
  void refusesAnyOtherHeaderOfAmazonsThatIsNotSigned() {
    S2Wire request =
        S2Wire.request("GET", "/key")
            .with("Date", DATE)
            .with("x-amz-meta-a", "b")
            .with(
                "Authorization",
                v4(DATE, "20260301/us-east-1/s3/aws4_request", "UNSIGNED-PAYLOAD"));

    Failure refusal = request.refusal(NOW, ACCOUNT);

    assertThat(refusal).isInstanceOf(Failure.AccessDenied.class);
  }

  @Test
  void refusesACredentialOlderThanAWeek() {
    S2Wire request =
        S2Wire.request("GET", "/key")
            .with("Date", DATE)
            .with(
                "Authorization",
                v4(DATE, "20260222/us-east-1/s3/aws4_request", "UNSIGNED-PAYLOAD"));

    Failure refusal = request.refusal(NOW, ACCOUNT);

    assertThat(S2Errors.of(refusal).code()).isEqualTo("InvalidArgument");
  }

  @Test
  void signsRepeatedHeadersInTheOrderInWhichTheyCame() {
    assertSigned("x-amz-meta-a:2,1", "2", "1");
  }

  @Test
  void signsRepeatedHeadersInTheOrderOfTheirValues() {
    assertSigned("x-amz-meta-a:1,2", "2", "1");
  }

  private static void assertSigned(String line, String first, String second) {
    String signature = v2("PUT\n\n\n" + DATE + "\n" + line + "\n/your-bucket/key");
    S2Wire request =
        S2Wire.request("PUT", "/key")
            .with("Date", DATE)
            .with("x-amz-meta-a", first)
            .with("x-amz-meta-a", second)
            .with("Authorization", "Baishan " + KEY + ":" + signature);

    Authentication authentication = request.authenticate(NOW, ACCOUNT);

    assertThat(authentication.caller()).isInstanceOf(Caller.Authenticated.class);
  }

  private static S2Wire get(String target) {
    return S2Wire.request("GET", target);
  }

  static Stream<Arguments> refused() {
    String pair = "AWS " + KEY + ":AAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    String scope = KEY + "%2F20260301%2Fus-east-1%2Fs3%2Faws4_request";
    String v4 =
        "/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=%s&X-Amz-Date=%s"
            + "&X-Amz-Expires=%s&X-Amz-SignedHeaders=host&X-Amz-Signature="
            + "0".repeat(64);
    return Stream.of(
        arguments("no date", get("/key").with("Authorization", pair), "AccessDenied"),
        arguments(
            "no readable date",
            get("/key").with("Date", "today").with("Authorization", pair),
            "InvalidArgument"),
        arguments(
            "16 minutes ago",
            get("/key").with("Date", "Sun, 01 Mar 2026 11:43:59 GMT").with("Authorization", pair),
            "RequestTimeTooSkewed"),
        arguments(
            "a wrong signature",
            get("/key").with("Date", DATE).with("Authorization", pair),
            "SignatureDoesNotMatch"),
        arguments(
            "an unknown key",
            get("/key").with("Date", DATE).with("Authorization", "Baishan nobody:AAAA="),
            "InvalidAccessKeyId"),
        arguments(
            "neither form",
            get("/key").with("Date", DATE).with("Authorization", "Bearer token"),
            "InvalidArgument"),
        arguments(
            "two headers",
            get("/key").with("Date", DATE).with("Authorization", pair).with("Authorization", pair),
            "InvalidArgument"),
        arguments(
            "a header and a URL",
            get("/key?Signature=a").with("Date", DATE).with("Authorization", pair),
            "InvalidArgument"),
        arguments(
            "a repeated sub-resource",
            get("/key?uploadId=1&uploadId=2").with("Date", DATE).with("Authorization", pair),
            "InvalidArgument"),
        arguments(
            "a URL that expired",
            get("/key?AWSAccessKeyId=" + KEY + "&Expires=1772366399&Signature=AAAA"),
            "ExpiredToken"),
        arguments(
            "a URL that expires at no time",
            get("/key?AWSAccessKeyId=" + KEY + "&Expires=soon&Signature=AAAA"),
            "InvalidArgument"),
        arguments(
            "a URL without its key", get("/key?Expires=1772366401&Signature=AAAA"), "AccessDenied"),
        arguments(
            "the oldest form of URL",
            get("/key?KID=baishan,a&Expires=1772366401&ssig=AAAA"),
            "AccessDenied"),
        arguments(
            "a V4 URL that expired",
            get(v4.formatted(scope, "20260301T110000Z", "3599")),
            "ExpiredToken"),
        arguments(
            "a V4 URL of no length",
            get(v4.formatted(scope, "20260301T110000Z", "long")),
            "InvalidArgument"),
        arguments(
            "a V4 URL of four pieces",
            get(v4.formatted("a%2Fb%2Fc%2Fd", "20260301T110000Z", "9999")),
            "InvalidArgument"),
        arguments(
            "a V4 URL without a signature",
            get("/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + scope),
            "AccessDenied"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refuses(String why, S2Wire request, String code) {
    Failure refusal = request.refusal(NOW, ACCOUNT);

    assertThat(S2Errors.of(refusal).code()).as(why).isEqualTo(code);
  }

  @Test
  void refusesAnonymousInitiation() {
    Failure refusal = S2Wire.request("POST", "/key?uploads").refusal(NOW, ACCOUNT);

    assertThat(refusal).isInstanceOf(Failure.AccessDenied.class);
  }

  @Test
  void letsAnonymousReadersThroughToTheGate() {
    Authentication authentication = S2Wire.request("GET", "/key").authenticate(NOW, ACCOUNT);

    assertThat(authentication.caller()).isInstanceOf(Caller.Anonymous.class);
  }

  @Test
  void refusesControlHeadersOfOtherVendors() {
    Failure refusal =
        S2Wire.request("GET", "/key").with("x-oss-acl", "private").refusal(NOW, ACCOUNT);

    assertThat(refusal).isInstanceOf(Failure.InvalidArgument.class);
  }
}
