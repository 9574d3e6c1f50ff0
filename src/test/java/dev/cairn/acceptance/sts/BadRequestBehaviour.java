package dev.cairn.acceptance.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/** What the token service refuses, in the form that AWS's Query protocol has for it. */
interface BadRequestBehaviour extends UsesSts {
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String assume(String... more) {
    StringBuilder form =
        new StringBuilder("Action=AssumeRole&Version=2011-06-15&RoleArn=")
            .append(encoded(ROLE))
            .append("&RoleSessionName=me");
    for (String parameter : more) {
      form.append('&').append(parameter);
    }
    return form.toString();
  }

  private static String policyOf(int characters) {
    String policy = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
    return policy + " ".repeat(characters - policy.length());
  }

  private SignerV4 stsSigner() {
    return v4().to("sts");
  }

  private WireRequest form(String host, String form) {
    return WireRequest.of("POST", "/")
        .with("Host", host + ":" + cairn().port())
        .with("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .body(form);
  }

  private WireRequest form(String form) {
    return form("127.0.0.1", form);
  }

  private static void assertError(WireAnswer answer, int status, String code) {
    assertThat(answer.status()).as("status of %s", answer).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("text/xml");
    Element root = answer.document().getDocumentElement();
    assertThat(root.getNodeName()).isEqualTo("ErrorResponse");
    assertThat(root.getNamespaceURI()).isEqualTo("https://sts.amazonaws.com/doc/2011-06-15/");
    assertThat(text(root, "Type")).isEqualTo(status < 500 ? "Sender" : "Receiver");
    assertThat(text(root, "Code")).as("%s", answer).isEqualTo(code);
    assertThat(text(root, "Message")).isNotBlank();
    assertThat(answer.header("x-amzn-RequestId")).contains(text(root, "RequestId"));
  }

  private static String text(Element root, String name) {
    return root.getElementsByTagName(name).item(0).getTextContent();
  }

  @TestFactory
  default Stream<DynamicTest> badForms() {
    return Stream.of(
            List.of("", "400 MissingAction"),
            List.of("Version=2011-06-15", "400 MissingAction"),
            List.of("Action=", "400 MissingAction"),
            List.of("Action=assumeRole&Version=2011-06-15", "400 InvalidAction"),
            List.of("Action=ListBuckets", "400 InvalidAction"),
            List.of("Action=GetSessionToken&Version=2010-01-01", "400 InvalidAction"),
            List.of("Action=GetSessionToken&Action=AssumeRole", "400 ValidationError"),
            List.of("Action=%zz", "400 MalformedQueryString"),
            List.of("Action=GetSessionToken&Name=%ff", "400 MalformedQueryString"),
            List.of("Action=AssumeRole&RoleSessionName=me", "400 ValidationError"),
            List.of("Action=AssumeRole&RoleArn=" + encoded(ROLE), "400 ValidationError"),
            List.of(
                "Action=AssumeRole&RoleArn=arn:aws:iam::1:role&RoleSessionName=me",
                "400 ValidationError"),
            List.of(
                "Action=AssumeRole&RoleArn=arn:aws:iam::1:user/someone&RoleSessionName=me",
                "400 ValidationError"),
            List.of("Action=AssumeRole&RoleArn=a&RoleSessionName=me", "400 ValidationError"),
            List.of(
                "Action=AssumeRole&RoleArn=arn:aws:iam::%00:role/reader&RoleSessionName=me",
                "400 ValidationError"),
            List.of(
                assume(
                    "Policy="
                        + encoded(
                            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
                                + "\"Resource\":\"arn:aws:s3:::b/\\u0000\"}}")),
                "400 MalformedPolicyDocument"),
            List.of(
                "Action=AssumeRole&RoleArn=arn:aws:iam::1:role/"
                    + "r".repeat(2048)
                    + "&RoleSessionName=me",
                "400 ValidationError"),
            List.of(assume().replace("=me", "=m"), "400 ValidationError"),
            List.of(assume().replace("=me", "=" + "m".repeat(65)), "400 ValidationError"),
            List.of(assume().replace("=me", "=m%2Fe"), "400 ValidationError"),
            List.of(assume().replace("=me", "=m%0Ae"), "400 ValidationError"),
            List.of(assume("DurationSeconds=899"), "400 ValidationError"),
            List.of(assume("DurationSeconds=43201"), "400 ValidationError"),
            List.of(assume("DurationSeconds=-1"), "400 ValidationError"),
            List.of(assume("DurationSeconds="), "400 ValidationError"),
            List.of(assume("DurationSeconds=1h"), "400 ValidationError"),
            List.of(assume("DurationSeconds=99999999999999999999"), "400 ValidationError"),
            List.of(assume("ExternalId=x"), "400 ValidationError"),
            List.of(assume("Policy="), "400 MalformedPolicyDocument"),
            List.of(assume("Policy=" + encoded("{}")), "400 MalformedPolicyDocument"),
            List.of(assume("Policy=" + encoded("<x/>")), "400 MalformedPolicyDocument"),
            List.of(assume("Policy=" + encoded(policyOf(2049))), "400 PackedPolicyTooLarge"),
            List.of(
                assume("PolicyArns.member.1.arn=arn:aws:iam::aws:policy/A"), "501 NotImplemented"),
            List.of(assume("Tags.member.1.Key=a&Tags.member.1.Value=b"), "501 NotImplemented"),
            List.of(assume("SourceIdentity=me"), "501 NotImplemented"),
            List.of(assume("SerialNumber=GAHT12345678&TokenCode=123456"), "403 AccessDenied"),
            List.of("Action=GetSessionToken&DurationSeconds=129601", "400 ValidationError"),
            List.of("Action=GetFederationToken", "400 ValidationError"),
            List.of("Action=GetFederationToken&Name=b", "400 ValidationError"),
            List.of("Action=GetFederationToken&Name=" + "b".repeat(33), "400 ValidationError"),
            List.of("Action=GetFederationToken&Name=bob&Policy=x", "400 MalformedPolicyDocument"),
            List.of(
                "Action=GetFederationToken&Name=bob&Policy=" + encoded(policyOf(2049)),
                "400 ValidationError"),
            List.of(
                "Action=GetCallerIdentity&x=" + "x".repeat(65 * 1024), "413 RequestEntityTooLarge"))
        .map(
            line -> {
              String name = line.getFirst();
              return dynamicTest(
                  "form: " + name.substring(0, Math.min(90, name.length())),
                  () -> {
                    WireAnswer answer = send(stsSigner().sign(form(name)));
                    String[] expected = line.getLast().split(" ", 2);
                    assertError(answer, Integer.parseInt(expected[0]), expected[1]);
                  });
            });
  }

  @Test
  default void acceptsWhatIsJustWithinTheLimits() {
    for (String good :
        List.of(
            assume("Policy=" + encoded(policyOf(2048)), "DurationSeconds=900"),
            assume("DurationSeconds=43200", "ExternalId=xx"),
            assume("Unknown=x").replace("=me", "=" + "m".repeat(64)),
            "Action=GetFederationToken&Name=bo&DurationSeconds=129600",
            "Action=GetSessionToken&DurationSeconds=900")) {
      assertThat(send(stsSigner().sign(form(good))).status()).as(good).isEqualTo(200);
    }
  }

  @TestFactory
  default Stream<DynamicTest> badSignatures() {
    SignerV4 signer = stsSigner();
    WireRequest request = form("Action=GetSessionToken&Version=2011-06-15");
    WireRequest signed = signer.sign(request);
    return Stream.of(
        refused("nobody's", request, 403, "AccessDenied"),
        refused("of S3", v4().sign(request), 400, "IncompleteSignature"),
        refused(
            "of an unknown key",
            new SignerV4("AKIDUNKNOWN", "secret").to("sts").sign(request),
            403,
            "InvalidClientTokenId"),
        refused(
            "with another secret",
            new SignerV4(cairn().accessKeyId(), "guess").to("sts").sign(request),
            403,
            "SignatureDoesNotMatch"),
        refused(
            "of another form",
            signed.body("Action=GetSessionToken&Version=2011-06-16".replace("16", "15") + "&x=y"),
            403,
            "SignatureDoesNotMatch"),
        refused(
            "of no form",
            signer.sign(request.with("x-amz-content-sha256", SignerV4.UNSIGNED)),
            403,
            "SignatureDoesNotMatch"),
        refused(
            "of the day before",
            signer.at(Instant.now().minus(Duration.ofDays(1))).sign(request),
            403,
            "SignatureDoesNotMatch"),
        refused(
            "V2",
            request.with("Date", "Thu, 01 Jan 2026 00:00:00 GMT").with("Authorization", "AWS a:b"),
            400,
            "ValidationError"),
        refused("of OSS", request.with("Authorization", "OSS a:b"), 400, "ValidationError"),
        refused("garbage", request.with("Authorization", "x"), 400, "ValidationError"),
        refused("two", signed.and("Authorization", "AWS a:b"), 400, "ValidationError"));
  }

  private DynamicTest refused(String name, WireRequest request, int status, String code) {
    return dynamicTest(name, () -> assertError(send(request), status, code));
  }

  /** S2 looks at no service, and gives 15 to 60 minutes. */
  @Test
  default void isEasierAndShorterOnTheHostsOfS2() {
    String host = "sts.ss.bscstorage.com";
    String role = "&RoleArn=any-text-of-20-letters&RoleSessionName=me&DurationSeconds=";
    SignerV4 ofS3 = v4().in("bj");

    assertThat(send(ofS3.sign(form(host, "Action=AssumeRole" + role + "3600"))).status())
        .isEqualTo(200);
    assertThat(send(ofS3.sign(form(host, "Action=AssumeRole" + role + "900"))).status())
        .isEqualTo(200);
    assertError(
        send(ofS3.sign(form(host, "Action=AssumeRole" + role + "3601"))), 400, "ValidationError");
    assertError(
        send(ofS3.sign(form(host, "Action=AssumeRole" + role + "899"))), 400, "ValidationError");
  }

  @Test
  default void theLabelStsIsNeverABucket() {
    String host = "sts.s3.localhost:" + cairn().port();
    SignerV4 signer = stsSigner();

    WireAnswer read =
        send(signer.sign(WireRequest.of("GET", "/?Action=GetCallerIdentity").with("Host", host)));
    WireAnswer object = send(signer.sign(WireRequest.of("GET", "/k").with("Host", host)));
    WireAnswer bucket = send(signer.sign(WireRequest.of("PUT", "/").with("Host", host).body("")));

    assertThat(read.status()).as("%s", read).isEqualTo(200);
    assertError(object, 400, "ValidationError");
    assertError(bucket, 405, "MethodNotAllowed");
  }

  @Test
  default void aFormForABucketIsNotForTheTokenService() {
    String bucket = "b-" + UUID.randomUUID();

    WireAnswer answer =
        send(stsSigner().sign(form("Action=GetCallerIdentity").target("/" + bucket)));

    assertThat(answer.error()).doesNotContainKey("Type");
  }

  @Test
  default void answersAsDocumented() {
    WireAnswer answer = send(stsSigner().sign(form(assume("Policy=" + encoded(policyOf(1024))))));

    String id = answer.header("x-amzn-RequestId").orElseThrow();
    assertThat(answer.header("Content-Type")).contains("text/xml");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.text())
        .matches(
            "(?s)<\\?xml version=\"1.0\" encoding=\"UTF-8\"\\?>\n"
                + "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                + "<AssumeRoleResult><AssumedRoleUser>"
                + "<AssumedRoleId>AROA[0-9A-F]{17}:me</AssumedRoleId>"
                + "<Arn>arn:aws:sts::root:assumed-role/uploader/me</Arn></AssumedRoleUser>"
                + "<Credentials><AccessKeyId>CAIRN[A-Z2-7]{15}</AccessKeyId>"
                + "<SecretAccessKey>[A-Za-z0-9]{40}</SecretAccessKey>"
                + "<SessionToken>[A-Za-z0-9]{80}</SessionToken>"
                + "<Expiration>20[0-9-]{8}T[0-9:]{8}\\.000Z</Expiration></Credentials>"
                + "<PackedPolicySize>50</PackedPolicySize></AssumeRoleResult>"
                + "<ResponseMetadata><RequestId>"
                + id
                + "</RequestId></ResponseMetadata></AssumeRoleResponse>");
  }
}
