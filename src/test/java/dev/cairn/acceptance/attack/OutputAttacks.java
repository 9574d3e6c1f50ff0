package dev.cairn.acceptance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.onestore.Form;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireConnection;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Making the service say, or ask others for, what the attacker wants. */
interface OutputAttacks extends Attacks {
  /** Ceph, CVE-2020-10753 and CVE-2021-3524: headers of an answer that end, and begin another. */
  @TestFactory
  default Stream<DynamicTest> headersThatAreInjected() {
    return Form.all()
        .flatMap(
            form ->
                Stream.of(
                        "response-content-type",
                        "response-content-disposition",
                        "response-cache-control",
                        "response-expires",
                        "response-content-language",
                        "response-content-encoding")
                    .flatMap(
                        parameter ->
                            Stream.of(
                                    "%0d%0aX-Injected:%20yes",
                                    "%0aX-Injected:yes", "%E5%98%8D%E5%98%8AX-Injected:yes")
                                .map(
                                    value ->
                                        DynamicTest.dynamicTest(
                                            form + ": " + parameter + "=" + value,
                                            () -> inject(form, parameter, value)))));
  }

  private void inject(Form form, String parameter, String value) {
    String bucket = victim();
    // Signed as it is meant: these parameters are part of what V2 signs, decoded.
    WireRequest get = request(form, "GET", "/" + bucket + "/k?" + parameter + "=x" + value);
    WireAnswer answer =
        send(form.words().scheme().equals("AWS") ? v4().sign(get) : signer(form).sign(get));

    assertThat(answer.headers().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-injected"));
    assertThat(answer.status()).isNotEqualTo(500);
  }

  /** What a client stored as metadata comes back in one line. */
  @Test
  default void metadataThatIsInjected() {
    String bucket = victim();
    for (String value :
        List.of(
            "a%0d%0aX-Injected: yes",
            "a\u000bX-Injected: yes", "=?UTF-8?Q?=0D=0AX-Injected:_y?=")) {
      WireRequest put = request("PUT", "/" + bucket + "/m").with("x-amz-meta-a", value).body("x");
      WireAnswer written = send(v4().sign(put));
      WireAnswer read = ask("GET", "/" + bucket + "/m");

      assertThat(written.status()).isNotEqualTo(500);
      assertThat(read.headers().keySet())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-injected"));
    }
  }

  /** A redirect that a form, or an object, asks for. */
  @Test
  default void redirectsThatAreInjected() {
    String bucket = victim();

    fails(
        v4().sign(
                request("PUT", "/" + bucket + "/r")
                    .with("x-amz-website-redirect-location", "javascript:alert(1)")
                    .body("x")));
  }

  /** RustFS: an origin that is echoed, with credentials allowed. Nobody's scripts may ask here. */
  @ParameterizedTest
  @EnumSource
  default void originsThatAreEchoed(Form form) {
    String bucket = victim();
    for (String origin : List.of("https://evil.example", "null", "file://")) {
      WireRequest get = request(form, "GET", "/" + bucket + "/k").with("Origin", origin);
      List<WireAnswer> answers =
          List.of(
              send(signer(form).sign(get)),
              send(get),
              send(get.method("OPTIONS").with("Access-Control-Request-Method", "PUT")),
              send(request("GET", "/-/admin/v1/accounts").with("Origin", origin)));

      assertThat(answers)
          .allSatisfy(
              answer ->
                  assertThat(answer.headers().keySet())
                      .noneMatch(
                          name -> name.toLowerCase(Locale.ROOT).startsWith("access-control")));
    }
  }

  /** Names in errors and listings are text, not elements. */
  @ParameterizedTest
  @ValueSource(
      strings = {"%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%26lt%3B%5D%5D%3E", "%22%20onload%3D%22x"})
  default void namesThatAreMarkup(String key) {
    String bucket = victim();

    for (Form form : Form.values()) {
      WireRequest get = request(form, "GET", "/" + bucket + "/" + key);
      boolean aws = form.words().scheme().equals("AWS");
      WireAnswer missing = send(aws ? v4().sign(get) : get);

      assertThat(missing.status()).isEqualTo(aws ? 404 : 403);
      assertThat(missing.text()).doesNotContain("<script", "\" onload");
      assertThat(missing.error()).containsEntry("Code", aws ? "NoSuchKey" : "AccessDenied");
      assertThat(missing.header("Content-Type").orElse("")).startsWith("application/xml");
    }
  }

  /** CVE-2021-21287, CVE-2026-50221: the service is made to ask somebody else. It asks nobody. */
  @Test
  default void urlsThatItShouldCall() throws IOException {
    String bucket = victim();
    try (ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + listener.getLocalPort() + "/callback";
      String json =
          java.util.Base64.getEncoder()
              .encodeToString(
                  "{\"callbackUrl\":\"%s\",\"callbackBody\":\"x\"}"
                      .formatted(url)
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      for (Form form : Form.values()) {
        WireRequest put = request(form, "PUT", "/" + bucket + "/" + form.ordinal()).body("x");
        for (String[] header :
            new String[][] {
              {form.header("callback"), json},
              {form.header("copy-source"), url},
              {form.header("website-redirect-location"), url},
              {form.header("fetch-source"), url},
              {form.header("mirror"), url}
            }) {
          WireAnswer answer = ask(form, put.with(header[0], header[1]));
          assertThat(answer.status()).as("%s %s", header[0], answer).isNotEqualTo(500);
          ask(form, request(form, "GET", "/" + bucket + "/" + form.ordinal()));
        }
      }
      listener.setSoTimeout(1000);

      assertThat(isCalled(listener)).as("somebody called").isFalse();
    }
  }

  private static boolean isCalled(ServerSocket listener) throws IOException {
    try {
      listener.accept().close();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /** What an operation would do that is not built is refused, and not left out in silence. */
  @TestFactory
  default Stream<DynamicTest> protectionThatIsClaimedAndNotGiven() {
    String bucket = victim();
    return Stream.of(
            "server-side-encryption: AES256",
            "server-side-encryption: aws:kms",
            "server-side-encryption-customer-algorithm: AES256",
            "server-side-encryption-aws-kms-key-id: key",
            "object-lock-mode: COMPLIANCE",
            "object-lock-retain-until-date: 2099-01-01T00:00:00Z",
            "object-lock-legal-hold: ON")
        .map(header -> header.split(": ", 2))
        .map(
            header ->
                attack(
                    header[0],
                    v4().sign(
                            request("PUT", "/" + bucket + "/safe")
                                .with("x-amz-" + header[0], header[1])
                                .body("x"))));
  }

  /** The preface of another protocol, and an upgrade to one. */
  @Test
  default void anotherProtocol() throws IOException {
    String bucket = victim();
    try (WireConnection connection = new WireConnection(cairn().port())) {
      connection.send(
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      connection.endOutput();
      connection.drain();
    }
    fails(
        request("GET", "/" + bucket + "/k")
            .with("Connection", "Upgrade, HTTP2-Settings")
            .with("Upgrade", "h2c")
            .with("HTTP2-Settings", "AAMAAABkAAQAAP__"));
    assertUntouched(bucket);
  }
}
