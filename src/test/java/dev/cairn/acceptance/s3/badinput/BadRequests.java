package dev.cairn.acceptance.s3.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that mean nothing here: methods, sub-resources, targets, and what HEAD says of them. */
interface BadRequests extends BadInput {
  @ParameterizedTest
  @CsvSource({
    "PATCH, /k, 405, MethodNotAllowed",
    "BREW, /k, 405, MethodNotAllowed",
    "POST, /k, 405, MethodNotAllowed",
    "PATCH, '', 405, MethodNotAllowed",
    "TRACE, /k, 405, MethodNotAllowed",
  })
  default void refusesMethodsThatDoNotExist(String method, String key, int status, String code) {
    refuses(request(method, "/" + freshBucket() + key), status, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "POST", "HEAD"})
  default void refusesMethodsThatTheServiceDoesNotHave(String method) {
    WireAnswer answer = ask(method, "/");
    assertThat(answer.status()).isEqualTo(405);
  }

  @TestFactory
  default Stream<DynamicTest> refusesSubResourcesThatAreNotBuilt() {
    String bucket = freshBucket();
    store(bucket, "k", new byte[1]);
    return Stream.of(
            "DELETE ?policy",
            "DELETE ?cors",
            "DELETE ?website",
            "DELETE ?tagging",
            "DELETE ?lifecycle",
            "DELETE ?encryption",
            "DELETE ?replication",
            "DELETE ?foo",
            "DELETE ?foo=",
            "DELETE ?policy=",
            "PUT ?versioning",
            "PUT ?foo",
            "GET ?versions",
            "GET ?policyStatus",
            "GET ?foo",
            "GET ?inventory&id=1",
            "POST ?foo",
            "DELETE /k?acl",
            "DELETE /k?foo",
            "PUT /k?retention",
            "PUT /k?foo",
            "GET /k?torrent",
            "GET /k?legal-hold",
            "GET /k?foo",
            "POST /k?select&select-type=2")
        .map(
            line -> {
              String[] words = line.split(" ", 2);
              WireRequest request = request(words[0], "/" + bucket + words[1]);
              return refused(line, request, 501, "NotImplemented");
            });
  }

  @TestFactory
  default Stream<DynamicTest> refusesTwoSubResourcesAtOnce() {
    String bucket = freshBucket();
    store(bucket, "k", new byte[1]);
    return Stream.of(
            "GET ?uploads&location",
            "DELETE ?policy&cors",
            "GET /k?uploadId=x&torrent",
            "POST /k?uploads&restore",
            "POST ?delete&uploads",
            "PUT /k?acl&tagging")
        .map(
            line -> {
              String[] words = line.split(" ", 2);
              WireRequest request = request(words[0], "/" + bucket + words[1]);
              return refused(line, request, 400, "InvalidRequest");
            });
  }

  @Test
  default void neverTakesASettingForItsBucket() {
    // Given
    String bucket = freshBucket();

    // When
    refuses(request("DELETE", "/" + bucket + "?policy"), 501, "NotImplemented");

    // Then
    assertThat(ask("HEAD", "/" + bucket).status()).isEqualTo(200);
  }

  @Test
  default void ignoresParametersThatSayNothing() {
    // Given
    WireRequest put = put(freshBucket());

    // When
    WireAnswer answer = ask(put.target(put.target() + "?x-id=PutObject"));

    // Then
    assertThat(answer.status()).isEqualTo(200);
  }

  @TestFactory
  default Stream<DynamicTest> refusesTargetsThatCannotBeRead() {
    String bucket = freshBucket();
    return Stream.of(
        target(bucket, "bad percent-encoding", "/%zz"),
        target(bucket, "half an escape", "/a%4"),
        target(bucket, "an escape cut short", "/a%"),
        target(bucket, "invalid UTF-8", "/%ff%fe"),
        target(bucket, "overlong UTF-8", "/%c0%af"),
        target(bucket, "half a surrogate pair", "/%ed%a0%80"),
        target(bucket, "bad percent-encoding in the query", "?prefix=%zz"),
        target(bucket, "invalid UTF-8 in the query", "?prefix=%ff"));
  }

  private DynamicTest target(String bucket, String name, String rest) {
    String method = rest.startsWith("?") ? "GET" : "PUT";
    return refused(name, request(method, "/" + bucket + rest), 400, "InvalidURI");
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", "\"", "<", "{", "^", "`"})
  default void answersRawCharactersOfATargetInXml(String character) {
    // Given: these are to be escaped, but some clients do not.
    String bucket = freshBucket();

    // When
    WireAnswer answer = ask("GET", "/" + bucket + "/a" + character);

    // Then
    assertThat(answer.error()).containsKey("RequestId");
    assertThat(answer.status()).isBetween(400, 404);
  }

  @Test
  default void refusesTheCharacterZeroInAKey() {
    refuses(put("x").target("/" + freshBucket() + "/a%00b"), 400, "InvalidArgument");
  }

  @TestFactory
  default Stream<DynamicTest> answersWhatIsHardlyHttpInXml() {
    return Stream.of(
        answered("no slash", request("GET", "b/a"), 400),
        answered("asterisk", request("OPTIONS", "*"), 400),
        answered("no host", WireRequest.of("GET", "/"), 400),
        answered("endless target", request("GET", "/" + "a".repeat(20_000)), 414),
        answered("endless header", request("GET", "/").with("X-Long", "a".repeat(90_000)), 431));
  }

  private DynamicTest answered(String name, WireRequest request, int status) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          WireAnswer answer = send(request);
          assertThat(answer.error())
              .as("%s", answer)
              .containsEntry("RequestId", answer.headers().get("x-amz-request-id"));
          assertThat(answer.status()).isIn(status, 400);
        });
  }

  @TestFactory
  default Stream<DynamicTest> headErrorsHaveNoBody() {
    String bucket = freshBucket();
    WireRequest good = request("HEAD", "/" + bucket + "/k");
    return Stream.of(
        bodiless("missing key", v4().sign(good), 404),
        bodiless("missing bucket", v4().sign(good.target("/no-such-bucket-anywhere")), 404),
        bodiless("anonymous", good, 403),
        bodiless("bad target", v4().sign(good.target("/" + bucket + "/%zz")), 400),
        bodiless("unknown sub-resource", v4().sign(good.target("/" + bucket + "/k?foo")), 501));
  }

  private DynamicTest bodiless(String name, WireRequest head, int status) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          try (var connection = new dev.cairn.acceptance.wire.WireConnection(cairn().port())) {
            connection.send(
                (head.method()
                        + " "
                        + head.target()
                        + " HTTP/1.1\r\nConnection: close\r\n"
                        + lines(head)
                        + "\r\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            WireAnswer answer = connection.answer("HEAD");
            assertThat(answer.status()).as("%s", answer).isEqualTo(status);
            assertThat(answer.header("x-amz-request-id")).isPresent();
            assertThat(connection.closedByPeer()).as("nothing follows").isTrue();
          }
        });
  }

  private static String lines(WireRequest request) {
    StringBuilder lines = new StringBuilder();
    request.fields().forEach(f -> lines.append(f.name() + ": " + f.value() + "\r\n"));
    return lines.toString();
  }
}
