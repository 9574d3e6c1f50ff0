package dev.cairn.acceptance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.UsesCairn;
import java.util.Map;

/** Requests by hand to the running Cairn, path style. */
public interface UsesWire extends UsesCairn {
  default SignerV4 v4() {
    return new SignerV4(cairn().accessKeyId(), cairn().secretAccessKey());
  }

  default SignerV2 v2() {
    return new SignerV2(cairn().accessKeyId(), cairn().secretAccessKey());
  }

  default String authority() {
    return "127.0.0.1:" + cairn().port();
  }

  /** A request with a Host, unsigned. */
  default WireRequest request(String method, String target) {
    return WireRequest.of(method, target).with("Host", authority());
  }

  default WireAnswer send(WireRequest request) {
    return WireConnection.exchange(cairn().port(), request);
  }

  /** Signs and sends. */
  default WireAnswer ask(WireRequest request) {
    return send(v4().sign(request));
  }

  default WireAnswer ask(String method, String target) {
    return ask(request(method, target));
  }

  /** Signs, sends, and sees it refused in full form. */
  default Map<String, String> refuses(WireRequest request, int status, String code) {
    return refusesAsSent(v4().sign(request), status, code);
  }

  /**
   * Sends what is signed already, or is not, and sees it refused: status, code, a readable error
   * document that repeats the request id, and nothing left in the store.
   */
  default Map<String, String> refusesAsSent(WireRequest request, int status, String code) {
    Stored before = Stored.in(cairn());
    WireAnswer answer = send(request);
    Map<String, String> error = refusal(answer, status, code);
    before.assertNothingCame(cairn());
    return error;
  }

  /** Sees that an answer is a refusal in full form. */
  static Map<String, String> refusal(WireAnswer answer, int status, String code) {
    assertThat(answer.status()).as("status of %s", answer).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("application/xml");
    Map<String, String> error = answer.error();
    assertThat(error).as("error").containsEntry("Code", code);
    assertThat(error.get("Message")).isNotBlank();
    assertThat(answer.header("x-amz-request-id").orElse("")).matches("[0-9A-Z]{16}");
    assertThat(error).containsEntry("RequestId", answer.headers().get("x-amz-request-id"));
    return error;
  }
}
