package dev.cairn.acceptance.postobject;

import static dev.cairn.acceptance.postobject.UsesForms.exactly;
import static dev.cairn.acceptance.postobject.UsesForms.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireForm;
import org.junit.jupiter.api.Test;

/** PostObject of S2. */
interface S2Forms extends UsesForms {
  String S2_HOST = "s2.localhost";

  private WireForm form(String bucket, String key) {
    return WireForm.of(CONTENT)
        .with("key", key)
        .with(
            signedV2(
                "AWSAccessKeyId",
                policy(exactly("bucket", bucket), "[\"starts-with\", \"$key\", \"\"]")));
  }

  @Test
  default void aFormOfS2IsStored() {
    // Given
    String bucket = freshBucket();

    // When
    WireAnswer answer =
        send(form(bucket, "k").to(bucket + "." + S2_HOST + ":" + cairn().port(), "/"));

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(204);
    assertThat(answer.header("x-amz-s2-requester")).contains("root");
    assertThat(read(bucket, "k").text()).isEqualTo(CONTENT);
  }

  @Test
  default void s2RefusesInItsOwnWords() {
    // Given
    String bucket = freshBucket();
    String host = S2_HOST + ":" + cairn().port();
    String target = "/" + bucket;
    WireForm form = form(bucket, "k");

    // When / Then
    refusesForm(
        form.to(host, target).with("Content-Type", "text/plain"), 400, "MalformedPOSTRequest");
    refusesForm(form.without("key").to(host, target), 400, "UserKeyMustBeSpecified");
    refusesForm(form.withoutFile().to(host, target), 400, "InvalidArgument");
    refusesForm(form.without("signature").to(host, target), 400, "InvalidArgument");
    refusesForm(form(bucket, "x".repeat(513)).to(host, target), 400, "KeyTooLong");
    refusesForm(form(bucket, "${md5}").to(host, target), 501, "NotImplemented");
    refusesForm(form.with("x-amz-acl", "private").to(host, target), 403, "AccessDenied");
  }
}
