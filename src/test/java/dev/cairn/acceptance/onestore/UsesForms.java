package dev.cairn.acceptance.onestore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.SignerV2;
import dev.cairn.acceptance.wire.UsesStrangers;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.UUID;

/** Requests by hand in every dialect. */
public interface UsesForms extends UsesStrangers {
  default WireRequest request(Form form, String method, String target) {
    return WireRequest.of(method, target).with("Host", form.host + ":" + cairn().port());
  }

  /** Root's. */
  default SignerV2 signer(Form form) {
    return v2().in(form.words());
  }

  /** Signs and sends. */
  default WireAnswer ask(Form form, WireRequest request) {
    return send(signer(form).sign(request));
  }

  /** A bucket of the signer's, with an object {@code k}. */
  default String bucketOf(Form form, SignerV2 signer) {
    String bucket = "form-" + UUID.randomUUID();
    succeeds(signer.sign(request(form, "PUT", "/" + bucket)));
    succeeds(signer.sign(request(form, "PUT", "/" + bucket + "/k").body("there")));
    return bucket;
  }

  default WireAnswer succeeds(WireRequest signed) {
    WireAnswer answer = send(signed);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer;
  }

  /** Sees a refusal in the form of a dialect. */
  static void assertRefused(Form form, WireAnswer answer, int status, String code) {
    assertRefused(answer, status, code);
    assertThat(answer.header(form.header("request-id"))).as("%s", answer).isPresent();
  }

  static void assertRefused(WireAnswer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.error()).containsEntry("Code", code).containsKey("RequestId");
  }
}
