package dev.cairn.acceptance.postobject;

import static dev.cairn.acceptance.postobject.UsesForms.exactly;
import static dev.cairn.acceptance.postobject.UsesForms.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireForm;
import dev.cairn.protocol.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** What forms may do besides uploading bytes, in every dialect that has it. */
interface SharedForms extends UsesForms {
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "s2.localhost", "obs.localhost", "oss.localhost"})
  default void anybodyMayPostWhereAnybodyMayWrite(String host) {
    // Given
    String bucket = "form-" + UUID.randomUUID();
    assertThat(ask(request("PUT", "/" + bucket).with("x-amz-acl", "public-read-write")).status())
        .isEqualTo(200);

    // When
    WireAnswer answer = postsWell(WireForm.of(CONTENT).with("key", "k"), host, bucket);

    // Then
    assertThat(answer.status()).isEqualTo(204);
    WireAnswer stored = send(request("GET", "/" + bucket + "?prefix=k"));
    assertThat(stored.text()).contains("<Key>k</Key>");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, AWSAccessKeyId, acl",
    "localhost, AWSAccessKeyId, x-amz-acl",
    "s2.localhost, AWSAccessKeyId, acl",
    "obs.localhost, AWSAccessKeyId, acl",
    "obs.localhost, AccessKeyId, x-obs-acl",
    "obs.localhost, AccessKeyId, acl",
    "oss.localhost, OSSAccessKeyId, x-oss-object-acl"
  })
  default void aFieldSaysWhoMayRead(String host, String keyField, String aclField) {
    // Given
    String bucket = freshBucket();
    String policy =
        policy(exactly("bucket", bucket), exactly("key", "k"), exactly(aclField, "public-read"));

    // When
    postsWell(
        WireForm.of(CONTENT)
            .with("key", "k")
            .with(aclField, "public-read")
            .with(signedV2(keyField, policy)),
        host,
        bucket);

    // Then
    assertThat(send(request("GET", "/" + bucket + "/k")).text()).isEqualTo(CONTENT);
  }

  @Test
  default void aFieldTagsAndRedirects() {
    // Given
    String bucket = freshBucket();
    String tags =
        "<Tagging><TagSet><Tag><Key>a b</Key><Value>c+d</Value></Tag>"
            + "<Tag><Key>e</Key><Value></Value></Tag></TagSet></Tagging>";
    String policy =
        policy(
            exactly("bucket", bucket),
            exactly("key", "k"),
            "[\"starts-with\", \"$tagging\", \"<Tagging>\"]",
            exactly("x-amz-website-redirect-location", "/other"));

    // When
    postsWell(
        WireForm.of(CONTENT)
            .with("key", "k")
            .with("tagging", tags)
            .with("x-amz-website-redirect-location", "/other")
            .with(signedV2("AWSAccessKeyId", policy)),
        "127.0.0.1",
        bucket);

    // Then
    assertThat(ask("GET", "/" + bucket + "/k?tagging").text())
        .contains("<Key>a b</Key><Value>c+d</Value>")
        .contains("<Key>e</Key>");
    assertThat(read(bucket, "k").header("x-amz-website-redirect-location")).contains("/other");
  }

  private StsClient tokenService() {
    return StsClient.builder()
        .endpointOverride(cairn().endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(cairn().accessKeyId(), cairn().secretAccessKey())))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, AWSAccessKeyId, x-amz-security-token, 400, InvalidToken",
    "obs.localhost, AccessKeyId, x-obs-security-token, 403, InvalidSecurity",
    "oss.localhost, OSSAccessKeyId, x-oss-security-token, 403, InvalidSecurityToken"
  })
  default void temporaryCredentialsSignForms(
      String host, String keyField, String tokenField, int status, String code) {
    // Given
    String bucket = freshBucket();
    Credentials temporary;
    try (StsClient sts = tokenService()) {
      temporary = sts.getSessionToken().credentials();
    }
    String policy =
        policy(
            exactly("bucket", bucket),
            exactly("key", "k"),
            "[\"starts-with\", \"$" + tokenField + "\", \"\"]");
    byte[] secret = temporary.secretAccessKey().getBytes(StandardCharsets.UTF_8);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("key", "k");
    fields.put(keyField, temporary.accessKeyId());
    fields.put("policy", policy);
    fields.put("signature", Base64.getEncoder().encodeToString(Hmac.sha1(secret, policy)));
    WireForm form = WireForm.of(CONTENT).with(fields).with(tokenField, temporary.sessionToken());

    // When
    WireAnswer answer = postsWell(form, host, bucket);

    // Then
    assertThat(answer.status()).isEqualTo(204);
    String authority = host + ":" + cairn().port();
    refusesForm(form.with(tokenField, "wrong").to(authority, "/" + bucket), status, code);
    refusesForm(form.with("key", "other").to(authority, "/" + bucket), 403, "AccessDenied");
  }
}
