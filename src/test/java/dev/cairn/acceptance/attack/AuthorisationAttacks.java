package dev.cairn.acceptance.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireForm;
import dev.cairn.acceptance.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Doing what one may not. */
interface AuthorisationAttacks extends Attacks {
  /** Ceph, CVE-2016-7031, and RustFS: lists of what nobody may see, by another name. */
  @TestFactory
  default Stream<DynamicTest> listsForNobody() {
    String bucket = victim();
    SignerV4 stranger = stranger();
    return Stream.of(
            "",
            "?list-type=2",
            "?versions",
            "?uploads",
            "?acl",
            "?policy",
            "?location",
            "?tagging",
            "?lifecycle",
            "?policyStatus",
            "?versioning",
            "?bucketInfo",
            "?stat",
            "?formatter=json",
            "?metadata",
            "?list-type=2&metadata=true",
            "?logging",
            "?object-lock")
        .flatMap(
            query -> {
              WireRequest list = request("GET", "/" + bucket + query);
              return Stream.of(attack("GET /bucket" + query, list, stranger.sign(list)));
            });
  }

  /** MinIO, RustFS and others: the pages of administrators, with any login or none. */
  @TestFactory
  default Stream<DynamicTest> pagesOfAdministrators() {
    SignerV4 stranger = stranger();
    String login = stranger.accessKeyId() + ":" + stranger.secret();
    String basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    return Stream.of("/-/admin/v1/accounts", "/-/admin/v1/accounts/root/keys", "/-/admin/v1/")
        .flatMap(
            page -> Stream.of("GET", "PUT", "POST", "DELETE").map(m -> request(m, page).body("")))
        .map(
            page ->
                attack(
                    page.method() + " " + page.target(),
                    page,
                    page.with("Authorization", basic),
                    page.with("Authorization", "Basic Og=="),
                    stranger.sign(page),
                    v4().sign(page)));
  }

  /** CVE-2023-28432: what other stores tell everybody of their inside. None of it is here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/minio/bootstrap/v1/verify",
        "/minio/v2/metrics/cluster",
        "/minio/admin/v3/info",
        "/q/metrics",
        "/q/health",
        "/q/dev",
        "/q/openapi",
        "/debug/pprof/heap",
        "/metrics",
        "/actuator/env",
        "/profile",
        "/.env",
        "/-/",
        "/-/q/metrics",
        "/-/admin",
        "/-/..%2fq/metrics",
        "/-/../q/metrics",
        "/-//admin/v1/accounts",
        "/-/admin/v1/accounts;x=y",
        "/-/admin/v1/%61ccounts"
      })
  default void pagesOfTheInside(String page) {
    for (String method : List.of("GET", "POST")) {
      WireAnswer answer = fails(request(method, page).body(""));
      assertThat(answer.text()).doesNotContain("jvm_", "java.home", "accounts\":");
    }
  }

  /**
   * Half of a form's conditions is not enough: a field that comes twice must satisfy them twice.
   */
  @TestFactory
  default Stream<DynamicTest> formsThatPassThePolicyAndDoSomethingElse() {
    String bucket = victim();
    WireForm good = form(bucket);
    return Stream.of(
        attack("another key", good.with("key", "k").to(authority(), "/" + bucket)),
        attack(
            "climbing",
            good.with("key", "public/../k")
                .with("acl", "public-read")
                .to(authority(), "/" + bucket)),
        attack("another bucket", good.to(authority(), "/" + victim())),
        attack("too long", good.file(new byte[64]).to(authority(), "/" + bucket)),
        attack("an ACL", good.with("acl", "public-read").to(authority(), "/" + bucket)),
        attack("tags", good.with("tagging", "<Tagging/>").to(authority(), "/" + bucket)),
        attack("metadata", good.with("x-amz-meta-a", "b").to(authority(), "/" + bucket)),
        attack("a type", good.with("Content-Type", "text/html").to(authority(), "/" + bucket)),
        attack(
            "a redirect",
            good.with("success_action_redirect", "http://x/").to(authority(), "/" + bucket)),
        attack("the key again", twice(good, "key", "k").to(authority(), "/" + bucket)),
        attack("the key in capitals", twice(good, "KEY", "k").to(authority(), "/" + bucket)),
        attack(
            "a header that says it",
            good.to(authority(), "/" + bucket).with("x-amz-acl", "public-read")));
  }

  /** A form that may write up to 16 bytes below {@code public/}. */
  private WireForm form(String bucket) {
    String policy =
        """
        {"expiration": "%s", "conditions": [{"bucket": "%s"},
          ["starts-with", "$key", "public/"], ["content-length-range", 0, 16]]}"""
            .formatted(
                Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS), bucket);
    String encoded = Base64.getEncoder().encodeToString(policy.getBytes(UTF_8));
    return WireForm.of("some bytes")
        .with("key", "public/new")
        .with("AWSAccessKeyId", cairn().accessKeyId())
        .with("policy", encoded)
        .with("signature", sha1(encoded));
  }

  @Test
  default void theFormItselfIsGood() {
    String bucket = victim();
    WireForm climbing = form(bucket).with("key", "public/../k");

    assertThat(send(form(bucket).to(authority(), "/" + bucket)).status()).isEqualTo(204);
    assertThat(send(climbing.to(authority(), "/" + bucket)).status()).isEqualTo(204);

    // What begins with public/ is that key, whatever follows.
    assertThat(ask("GET", "/" + bucket + "/public/../k").text()).isEqualTo("some bytes");
    assertUntouched(bucket);
  }

  /** The field once more, in another part. */
  private static WireForm twice(WireForm form, String name, String value) {
    String part =
        value
            + "\r\n--"
            + WireForm.BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"x-ignore-z\"\r\n\r\n";
    return form.with(name.equals("key") ? "Key" : name, part);
  }

  private String sha1(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(
          new SecretKeySpec(
              cairn().secretAccessKey().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** RustFS: headers of the request took the place of what a condition of a policy asks for. */
  @Test
  default void headersAndParametersInTheShadowOfAPolicy() {
    // Given
    String bucket = victim();
    WireRequest session =
        request("POST", "/")
            .with("Content-Type", "application/x-www-form-urlencoded")
            .body(
                "Action=GetFederationToken&Name=bob&Policy="
                    + java.net.URLEncoder.encode(
                        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:ListBucket\",\"Resource\":"
                            + "\"*\",\"Condition\":{\"StringEquals\":{\"s3:prefix\":\"public/\"}}}}",
                        UTF_8));
    WireAnswer given = succeeds(v4().to("sts").sign(session));
    SignerV4 narrowed = new SignerV4(text(given, "AccessKeyId"), text(given, "SecretAccessKey"));
    WireRequest list =
        request("GET", "/" + bucket + "?prefix=public/")
            .with("x-amz-security-token", text(given, "SessionToken"));

    // When / Then
    succeeds(narrowed.sign(list.target("/" + bucket + "?prefix=public%2F")));
    for (String query :
        List.of(
            "",
            "?prefix=",
            "?prefix=k",
            "?prefix=public%2F&prefix=k",
            "?prefix=k&prefix=public%2F",
            "?Prefix=public%2F",
            "?list-type=2",
            "?s3:prefix=public%2F",
            "?prefix=public%252F")) {
      WireRequest asked = list.target("/" + bucket + query);
      fails(narrowed.sign(asked));
      fails(narrowed.sign(asked.with("prefix", "public/").with("s3:prefix", "public/")));
      fails(narrowed.sign(asked.with("x-amz-prefix", "public/")));
    }
    fails(narrowed.sign(list.target("/" + bucket + "/k")));
    fails(narrowed.sign(list.target("/")));
  }

  private static String text(WireAnswer answer, String element) {
    return answer.document().getElementsByTagName(element).item(0).getTextContent();
  }

  /** CVE-2026-21862: who claims to come from inside is not believed. */
  @ParameterizedTest
  @ValueSource(
      strings = {"X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Remote-User", "X-Original-URL"})
  default void headersOfProxies(String header) {
    String bucket = victim();

    fails(request("GET", "/" + bucket + "/k").with(header, "127.0.0.1"));
    fails(request("GET", "/-/admin/v1/accounts").with(header, "127.0.0.1"));
  }

  /** CVE-2026-39360: a part that is copied from what one may not read. */
  @Test
  default void partsAndCopiesOfWhatIsNotReadable() {
    // Given
    String victim = victim();
    SignerV4 stranger = stranger();
    String own = bucketOf(stranger);
    String upload =
        text(
            succeeds(stranger.sign(request("POST", "/" + own + "/big?uploads").body(""))),
            "UploadId");
    Stored before = Stored.in(cairn());

    for (String target : List.of("/big?partNumber=1&uploadId=" + upload, "/copy")) {
      WireRequest copy =
          request("PUT", "/" + own + target)
              .with("x-amz-copy-source", "/" + victim + "/k")
              .body("");

      // When / Then
      fails(stranger.sign(copy));
      fails(stranger.sign(copy.with("x-amz-copy-source", victim + "/k?versionId=null")));
      fails(stranger.sign(copy.with("x-amz-copy-source-range", "bytes=0-3")));
    }
    before.assertNothingCame(cairn());
  }
}
