package dev.cairn.acceptance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.onestore.Form;
import dev.cairn.acceptance.wire.SignerV2;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One key signs in four ways here: what is signed in one must not mean something else in another,
 * and no two requests may have one signature.
 */
interface DialectConfusion extends Attacks {
  /** What is signed for one dialect, sent to the host of every other one. */
  @TestFactory
  default Stream<DynamicTest> aSignatureOfOneDialectOnTheHostOfAnother() {
    String bucket = victim();
    return Form.all()
        .flatMap(
            signed ->
                Form.all()
                    .filter(other -> !other.words().equals(signed.words()))
                    .map(
                        other ->
                            DynamicTest.dynamicTest(
                                signed + " at " + other, () -> carry(bucket, signed, other))));
  }

  private void carry(String bucket, Form signed, Form other) {
    WireRequest get = request(other, "GET", "/" + bucket + "/k");
    String authorization = signer(signed).sign(get).find("Authorization").orElseThrow();
    WireRequest dated = signer(signed).sign(get);

    String url = signer(signed).presign(get, 60).target();
    fails(
        // Said in the other one's word, and in the other one's parameters
        dated.with(
            "Authorization",
            authorization.replaceFirst("^[A-Z]+ ", other.words().scheme() + " ") + "x"),
        get.target(
            url.replace(signed.words().keyParameter() + "=", other.words().keyParameter() + "=")
                .replaceFirst("Expires=\\d+", "Expires=9999999999")));
  }

  /** Of V2 and its kin the query is signed in part only: what changes the meaning must be. */
  @TestFactory
  default Stream<DynamicTest> subResourcesThatAreAddedToASignedRequest() {
    return Form.all()
        .flatMap(
            form ->
                Stream.of(
                        "PUT /k ?acl",
                        "PUT /k ?tagging",
                        "PUT /k ?append&position=0",
                        "POST /k ?append&position=0",
                        "PUT /k ?symlink",
                        "PUT /k ?partNumber=1&uploadId=x",
                        "PUT /k ?partNumber=1",
                        "GET /k ?acl",
                        "GET /k ?tagging",
                        "GET /k ?uploadId=x",
                        "GET /k ?versionId=x",
                        "GET /k ?response-content-type=text%2Fhtml",
                        "GET /k ?response-content-disposition=x",
                        "DELETE /k ?uploadId=x",
                        "DELETE /k ?tagging",
                        "POST /k ?uploads",
                        "POST /k ?restore",
                        "GET  ?acl",
                        "GET  ?uploads",
                        "GET  ?policy",
                        "PUT  ?acl",
                        "PUT  ?policy",
                        "DELETE  ?policy",
                        "POST  ?delete")
                    .map(
                        line ->
                            DynamicTest.dynamicTest(
                                form + ": " + line, () -> addSubResource(form, line))));
  }

  private void addSubResource(Form form, String line) {
    // Given
    String bucket = victim();
    String[] words = line.split(" ", 3);
    WireRequest plain = request(form, words[0], "/" + bucket + words[1]).body("");
    WireRequest signed = signer(form).sign(plain);
    WireRequest url = signer(form).presign(plain, 60);

    // When / Then
    fails(
        signed.target(signed.target() + words[2]),
        url.target(url.target() + words[2].replace('?', '&')),
        url.target(url.target().replace("?", words[2] + "&")));
    assertUntouched(bucket);
  }

  /** And left out of one that has them: a part is no object, a list of access no content. */
  @ParameterizedTest
  @EnumSource
  default void subResourcesThatAreTakenAway(Form form) {
    String bucket = victim();
    for (String line : List.of("PUT ?acl", "PUT ?partNumber=1&uploadId=x", "DELETE ?uploadId=x")) {
      String[] words = line.split(" ", 2);
      WireRequest asked = request(form, words[0], "/" + bucket + "/k" + words[1]).body("");
      WireRequest signed = signer(form).sign(asked);

      fails(signed.target("/" + bucket + "/k"));
    }
    assertUntouched(bucket);
  }

  /** The time in a URL and the date of a head stand in one place of what V2 signs. */
  @ParameterizedTest
  @EnumSource
  default void aUrlThatIsTurnedIntoAHead(Form form) {
    // Given
    String bucket = victim();
    WireRequest put = request(form, "PUT", "/" + bucket + "/k").body("x");
    String query = signer(form).presign(put, 60).target().split("\\?", 2)[1];
    String expires = query.replaceFirst(".*Expires=(\\d+).*", "$1");
    String signature =
        java.net.URLDecoder.decode(query.replaceFirst(".*Signature=", ""), StandardCharsets.UTF_8);
    String authorization = form.words().scheme() + " " + cairn().accessKeyId() + ":" + signature;

    // When / Then
    fails(put.body("forged").with("Date", expires).with("Authorization", authorization));
    fails(
        put.body("forged").with(form.header("date"), expires).with("Authorization", authorization));
    assertForgedNothing(bucket);
  }

  private void assertForgedNothing(String bucket) {
    assertUntouched(bucket);
  }

  /** And back. */
  @ParameterizedTest
  @EnumSource
  default void aHeadThatIsTurnedIntoAUrl(Form form) {
    String bucket = victim();
    WireRequest get = request(form, "GET", "/" + bucket + "/k");
    WireRequest signed = signer(form).sign(get);
    String signature = signed.find("Authorization").orElseThrow().replaceFirst(".*:", "");
    String date = signed.find("Date").orElseThrow();

    fails(
        get.target(
            get.target()
                + "?"
                + form.words().keyParameter()
                + "="
                + cairn().accessKeyId()
                + "&Expires="
                + encoded(date)
                + "&Signature="
                + encoded(signature)));
  }

  /** Some fields are next to each other in what is signed, and can trade places. */
  @ParameterizedTest
  @EnumSource
  default void fieldsThatTradePlaces(Form form) {
    String bucket = victim();
    String md5 = "1B2M2Y8AsgTpgAmY7PhCfg==";
    WireRequest put = request(form, "PUT", "/" + bucket + "/new").body("");
    WireRequest typed = signer(form).sign(put.with("Content-Type", md5));
    WireRequest summed = signer(form).sign(put.with("Content-MD5", md5));

    fails(typed.without("Content-Type").with("Content-MD5", md5));
    fails(summed.without("Content-MD5").with("Content-Type", md5));
  }

  /** Names and values of headers run together where they are joined carelessly. */
  @ParameterizedTest
  @EnumSource
  default void headersThatRunTogether(Form form) {
    String bucket = victim();
    WireRequest put = request(form, "PUT", "/" + bucket + "/new").body("");
    String name = form.header("meta-a");
    WireRequest signed = signer(form).sign(put.with(name, "b:c"));

    fails(signed.without(name).with(name + ":b", "c"));
    fails(signed.without(name).with(form.header("meta"), "a:b:c"));
    fails(signed.with(name, "b").and(form.header("meta-b"), "c"));
  }

  /** A value that was signed as one and comes as two must not be taken for the first of them. */
  @Test
  default void aHeaderThatIsSplitInTwo() {
    String bucket = victim();
    WireRequest put = request("PUT", "/" + bucket + "/new").body("");
    for (String header : List.of("x-amz-copy-source", "x-amz-acl", "x-amz-storage-class")) {
      String first = header.endsWith("source") ? "/" + bucket + "/k" : "private";
      WireRequest signed = v4().sign(put.with(header, first + ",second"));

      fails(signed.without(header).and(header, first).and(header, "second"));
    }
    assertUntouched(bucket);
  }

  /** A path that is encoded twice, and one that is encoded once. */
  @ParameterizedTest
  @CsvSource({
    "k%2541, k%41",
    "k%252F, k%2F",
    "a%252Fb, a/b",
    "%25k, %k",
    "a%20b, a+b",
    "a+b, a%20b",
    "a%2Bb, a%20b",
    "K, k",
    "a%2F..%2Fk, k",
    "./k, k",
    "a/../k, k",
    "/k, k",
    "k/, k",
  })
  default void twoKeysThatShareOneSignature(String signed, String sent) {
    String bucket = victim();
    String target = "/" + bucket + "/" + sent;
    fails(
        Form.all()
            .flatMap(
                form -> {
                  WireRequest put =
                      request(form, "PUT", "/" + bucket + "/" + signed).body("forged");
                  return form.words().equals(SignerV2.Words.AWS)
                      ? Stream.of(signer(form).sign(put), v4().sign(put))
                      : Stream.of(signer(form).sign(put));
                })
            .map(put -> put.target(target))
            .toArray(WireRequest[]::new));
    assertUntouched(bucket);
  }

  /** The same in a query. */
  @ParameterizedTest
  @CsvSource({
    "prefix=a%252F, prefix=a%2F",
    "prefix=a%2Bb, prefix=a+b",
    "prefix=a%26x, prefix=a&x",
    "prefix=a%3D, prefix=a=&x",
    "prefix=a&marker=b, prefix=a",
    "max-keys=1, max-keys=10",
  })
  default void twoQueriesThatShareOneSignature(String signed, String sent) {
    String bucket = victim();
    for (Form form : List.of(Form.S3, Form.S2, Form.OBS_S3)) {
      WireRequest list = request(form, "GET", "/" + bucket + "?" + signed);

      fails(v4().sign(list).target("/" + bucket + "?" + sent));
    }
  }

  /** The host decides whose bucket it is: that which is signed must be that which is meant. */
  @Test
  default void aHostThatIsNotTheOneThatIsSigned() {
    String victim = victim();
    var stranger = stranger();
    String own = bucketOf(stranger);
    String ofVictim = victim + ".s3.localhost:" + cairn().port();
    String ofStranger = own + ".s3.localhost:" + cairn().port();
    WireRequest put = WireRequest.of("PUT", "/k").with("Host", ofStranger).body("forged");

    fails(stranger.sign(put).with("Host", ofVictim));
    fails(stranger.sign(put).and("Host", ofVictim));
    fails(v4().sign(put.with("Host", ofVictim)).with("Host", ofStranger));
    WireAnswer absolute = send(stranger.sign(put).target("http://" + ofVictim + "/k"));
    WireAnswer forwarded = send(stranger.sign(put.with("X-Forwarded-Host", ofVictim)));

    assertThat(absolute.status()).isNotEqualTo(500);
    assertThat(forwarded.status()).isEqualTo(200);
    assertUntouched(victim);
    assertThat(send(stranger.sign(request("GET", "/" + own + "/k"))).text()).isEqualTo("forged");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
