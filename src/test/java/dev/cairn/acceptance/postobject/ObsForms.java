package dev.cairn.acceptance.postobject;

import static dev.cairn.acceptance.postobject.UsesForms.exactly;
import static dev.cairn.acceptance.postobject.UsesForms.policy;
import static org.assertj.core.api.Assertions.assertThat;

import com.obs.services.ObsClient;
import com.obs.services.model.AuthTypeEnum;
import com.obs.services.model.PostSignatureRequest;
import com.obs.services.model.PostSignatureResponse;
import dev.cairn.acceptance.obs.ObsClients;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireForm;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostObject of OBS, with policies of its SDK. */
interface ObsForms extends UsesForms {
  String OBS_HOST = "obs.localhost";

  private PostSignatureResponse signedBySdk(
      AuthTypeEnum type, String bucket, String key, Map<String, Object> fields) {
    PostSignatureRequest request = new PostSignatureRequest(3600, bucket, key);
    request.setFormParams(new HashMap<>(fields));
    try (ObsClient obs = ObsClients.hostStyle(cairn(), type)) {
      return obs.createPostSignature(request);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  default void aFormSignedByTheSdkOfObsInItsOwnFormIsStored() {
    // Given
    String bucket = freshBucket();
    Map<String, Object> fields =
        Map.of(
            "content-type",
            "text/plain",
            "x-obs-meta-color",
            "blue",
            "x-obs-storage-class",
            "WARM");
    PostSignatureResponse signed = signedBySdk(AuthTypeEnum.OBS, bucket, "dir/k", fields);
    WireForm form =
        WireForm.of(CONTENT)
            .with("key", "dir/k")
            .with("content-type", "text/plain")
            .with("x-obs-meta-color", "blue")
            .with("x-obs-storage-class", "WARM");

    // When
    WireAnswer fieldByField =
        send(
            form.with("AccessKeyId", cairn().accessKeyId())
                .with("policy", signed.getPolicy())
                .with("signature", signed.getSignature())
                .to(bucket + "." + OBS_HOST + ":" + cairn().port(), "/"));
    WireAnswer asToken =
        send(
            form.with("token", signed.getToken())
                .to(bucket + "." + OBS_HOST + ":" + cairn().port(), "/"));

    // Then
    assertThat(fieldByField.status()).as("%s", fieldByField).isEqualTo(204);
    assertThat(asToken.status()).as("%s", asToken).isEqualTo(204);
    assertThat(asToken.header("x-obs-request-id").orElse("")).matches("[0-9A-F]{32}");
    WireAnswer read = read(bucket, "dir/k");
    assertThat(read.text()).isEqualTo(CONTENT);
    assertThat(read.headers())
        .containsEntry("Content-Type", "text/plain")
        .containsEntry("x-amz-meta-color", "blue")
        .containsEntry("x-amz-storage-class", "STANDARD_IA");
  }

  @Test
  default void aFormSignedByTheSdkOfObsAsAwsDoesIsStored() {
    // Given
    String bucket = freshBucket();
    PostSignatureResponse signed =
        signedBySdk(AuthTypeEnum.V2, bucket, "k", Map.of("success_action_status", "201"));

    // When
    WireAnswer answer =
        postsWell(
            WireForm.of(CONTENT)
                .with("key", "k")
                .with("success_action_status", "201")
                .with("AWSAccessKeyId", cairn().accessKeyId())
                .with("policy", signed.getPolicy())
                .with("signature", signed.getSignature()),
            OBS_HOST,
            bucket);

    // Then
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("x-amz-request-id").orElse("")).matches("[0-9A-F]{32}");
    assertThat(answer.text())
        .contains("/" + bucket + "/k</Location><Bucket>" + bucket + "</Bucket><Key>k</Key><ETag>");
  }

  @Test
  default void obsDropsFurtherFiles() {
    // Given
    String bucket = freshBucket();
    WireForm form =
        WireForm.of(CONTENT)
            .with("key", "k")
            .with(signedV2("AccessKeyId", policy(exactly("bucket", bucket), exactly("key", "k"))));
    String another =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nmore\r\n--%s--\r\n"
            .formatted(WireForm.BOUNDARY, WireForm.BOUNDARY);

    // When
    WireAnswer answer =
        send(form.to(OBS_HOST + ":" + cairn().port(), "/" + bucket).body(form.and(another)));

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(204);
    assertThat(read(bucket, "k").text()).isEqualTo(CONTENT);
  }

  @Test
  default void obsRefusesWhatThePolicyDoesNotSay() {
    // Given
    String bucket = freshBucket();
    String host = OBS_HOST + ":" + cairn().port();
    WireForm form =
        WireForm.of(CONTENT)
            .with("key", "k")
            .with(signedV2("AccessKeyId", policy(exactly("bucket", bucket), exactly("key", "k"))));

    // When / Then
    refusesForm(form.with("key", "other").to(host, "/" + bucket), 403, "AccessDenied");
    refusesForm(form.with("x-obs-acl", "private").to(host, "/" + bucket), 403, "AccessDenied");
    refusesForm(form.with("token", "nonsense").to(host, "/" + bucket), 400, "InvalidArgument");
    refusesForm(form.with("x-amz-acl", "private").to(host, "/" + bucket), 400, "InvalidArgument");
    refusesForm(
        form.with("signature", "AAAA").to(host, "/" + bucket), 403, "SignatureDoesNotMatch");
    refusesForm(form.without("key").to(host, "/" + bucket), 400, "UserKeyMustBeSpecified");
  }
}
