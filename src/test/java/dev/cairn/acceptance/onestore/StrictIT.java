package dev.cairn.acceptance.onestore;

import static dev.cairn.acceptance.onestore.UsesForms.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.oss.OSS;
import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.oss.OssClients;
import dev.cairn.acceptance.wire.SignerV2;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that takes no old signatures, and does as the vendors' pages print it. */
class StrictIT implements UsesForms {
  private static final Path FOLDER = PackagedCairn.newFolder();
  private static PackagedCairn strict;

  @BeforeAll
  static void start() {
    strict =
        PackagedCairn.in(FOLDER)
            .environment("CAIRN_LEGACY_SIGNATURES", "false")
            .environment("CAIRN_STRICT_PAGES", "true")
            .start();
  }

  @AfterAll
  static void stop() {
    strict.close();
    PackagedCairn.deleteTree(FOLDER);
  }

  @Override
  public RunningCairn cairn() {
    return strict.running();
  }

  /** A bucket with an object {@code k}, by the signature that is left. */
  private String bucket(Form form) {
    String bucket = "strict-" + UUID.randomUUID();
    succeeds(v4().sign(request(form, "PUT", "/" + bucket)));
    succeeds(v4().sign(request(form, "PUT", "/" + bucket + "/k").body("there")));
    return bucket;
  }

  @ParameterizedTest
  @EnumSource(names = {"S3", "S2", "OBS_S3", "OSS"})
  void refusesOldSignaturesInHeadersAndUrls(Form form) {
    // Given
    WireRequest list = request(form, "GET", "/");

    // When
    WireAnswer header = send(signer(form).sign(list));
    WireAnswer url = send(signer(form).presign(list, 60));

    // Then
    assertRefused(form, header, 400, "InvalidRequest");
    assertRefused(form, url, 400, "InvalidRequest");
    assertThat(header.error().get("Message")).contains("4-HMAC-SHA256");
  }

  @ParameterizedTest
  @EnumSource(names = {"S3", "S2", "OBS_S3"})
  void takesAwsLaterSignature(Form form) {
    String bucket = bucket(form);

    WireAnswer url = send(v4().presign(request(form, "GET", "/" + bucket + "/k"), 60));

    assertThat(url.text()).isEqualTo("there");
  }

  @Test
  void takesTheLaterSignatureOfOss() {
    OSS oss = OssClients.signatureV4PathStyle(cairn());
    try {
      String bucket = "strict-" + UUID.randomUUID();
      oss.createBucket(bucket);
      oss.putObject(bucket, "k", new ByteArrayInputStream(new byte[3]));

      assertThat(oss.getObjectMetadata(bucket, "k").getContentLength()).isEqualTo(3);
    } finally {
      oss.shutdown();
    }
  }

  /** It has no other one. */
  @Test
  void takesTheOneSignatureOfObs() {
    String bucket = bucketOf(Form.OBS, signer(Form.OBS));

    assertThat(ask(Form.OBS, request(Form.OBS, "GET", "/" + bucket + "/k")).text())
        .isEqualTo("there");
  }

  @Test
  void obsSaysAccessDeniedOfInvalidKeysAndSignatures() {
    // Given
    WireRequest own = request(Form.OBS, "GET", "/");
    WireRequest asS3 = request(Form.OBS_S3, "GET", "/");
    String id = cairn().accessKeyId();

    // When / Then
    assertRefused(
        Form.OBS,
        send(new SignerV2("NOBODY", "secret").in(Form.OBS.words()).sign(own)),
        403,
        "AccessDenied");
    assertRefused(
        Form.OBS,
        send(new SignerV2(id, "wrong").in(Form.OBS.words()).sign(own)),
        403,
        "AccessDenied");
    assertRefused(
        Form.OBS_S3, send(new SignerV4("NOBODY", "secret").sign(asS3)), 403, "AccessDenied");
    assertRefused(Form.OBS_S3, send(new SignerV4(id, "wrong").sign(asS3)), 403, "AccessDenied");
    assertRefused(
        Form.S3,
        send(new SignerV4(id, "wrong").sign(request(Form.S3, "GET", "/"))),
        403,
        "SignatureDoesNotMatch");
  }

  @Test
  void obsListsTagsWithoutQuotesInS3sWords() {
    // Given
    String bucket = bucket(Form.OBS_S3);

    // When
    String asS3 = send(v4().sign(request(Form.OBS_S3, "GET", "/" + bucket))).text();
    String own = ask(Form.OBS, request(Form.OBS, "GET", "/" + bucket)).text();

    // Then
    assertThat(asS3).containsPattern("<ETag>[0-9a-f]{32}</ETag>");
    assertThat(own).doesNotContainPattern("<ETag>[0-9a-f]{32}</ETag>").contains("<ETag>");
  }

  @Test
  void s2DatesCopiesAsInHeadersForEveryClient() {
    // Given
    String bucket = bucket(Form.S2);
    WireRequest copy =
        request(Form.S2, "PUT", "/" + bucket + "/copy")
            .body("")
            .with("User-Agent", "aws-sdk-java/2.42.0")
            .with("x-amz-copy-source", "/" + bucket + "/k");

    // When
    WireAnswer answer = succeeds(v4().sign(copy));

    // Then
    assertThat(answer.text()).containsPattern("<LastModified>[A-Z][a-z]{2}, \\d{2} ");
  }
}
