package dev.cairn.acceptance.s3.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;

/** Requests that are refused, and the bucket that they do nothing to. */
interface BadInput extends UsesWire {
  default String freshBucket() {
    String bucket = "bad-" + UUID.randomUUID();
    assertThat(ask("PUT", "/" + bucket).status()).isEqualTo(200);
    return bucket;
  }

  /** An upload of some bytes that would succeed, unsigned yet. */
  default WireRequest put(String bucket) {
    return request("PUT", "/" + bucket + "/k").body("some bytes");
  }

  default void store(String bucket, String key, byte[] bytes) {
    WireAnswer answer = ask(request("PUT", "/" + bucket + "/" + key).body(bytes));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  default String initiate(String bucket, String key) {
    WireAnswer answer = ask("POST", "/" + bucket + "/" + key + "?uploads");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.document().getElementsByTagName("UploadId").item(0).getTextContent();
  }

  /** A test that the request, which is signed now, is refused. */
  default DynamicTest refused(String name, WireRequest request, int status, String code) {
    return DynamicTest.dynamicTest(name, () -> refuses(request, status, code));
  }

  /** A test that the request, signed already or meant to be unsigned, is refused. */
  default DynamicTest refusedAsSent(String name, WireRequest request, int status, String code) {
    return DynamicTest.dynamicTest(name, () -> refusesAsSent(request, status, code));
  }
}
