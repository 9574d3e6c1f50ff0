package dev.cairn.acceptance.postobject;

import static dev.cairn.acceptance.postobject.UsesForms.now;
import static dev.cairn.acceptance.postobject.UsesForms.policy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.oss.OSS;
import com.aliyun.oss.model.MatchMode;
import com.aliyun.oss.model.PolicyConditions;
import dev.cairn.acceptance.oss.OssClients;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireForm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostObject of OSS, with policies of its SDK. */
interface OssForms extends UsesForms {
  String OSS_HOST = "oss.localhost";

  private Map<String, String> signedBySdk(OSS oss, PolicyConditions conditions) {
    String json =
        oss.generatePostPolicy(Date.from(Instant.now().plus(1, ChronoUnit.HOURS)), conditions);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("OSSAccessKeyId", cairn().accessKeyId());
    fields.put("policy", Base64.getEncoder().encodeToString(json.getBytes(UTF_8)));
    fields.put("Signature", oss.calculatePostSignature(json));
    return fields;
  }

  @Test
  default void aFormSignedByTheSdkOfOssIsStored() {
    // Given
    String bucket = freshBucket();
    OSS oss = OssClients.hostStyle(cairn());
    PolicyConditions conditions = new PolicyConditions();
    conditions.addConditionItem(PolicyConditions.COND_CONTENT_LENGTH_RANGE, 1, 1000);
    conditions.addConditionItem(MatchMode.StartWith, PolicyConditions.COND_KEY, "dir/");
    WireForm form =
        WireForm.of(CONTENT)
            .named("cat.txt")
            .typed("text/x-part")
            .with("key", "dir/${filename}")
            .with("Content-Type", "text/x-field")
            .with("Cache-Control", "no-store")
            .with("x-oss-meta-color", "blue")
            .with("x-oss-storage-class", "IA")
            .with("success_action_status", "201")
            .with(signedBySdk(oss, conditions));

    // When
    WireAnswer answer = send(form.to(bucket + "." + OSS_HOST + ":" + cairn().port(), "/"));
    oss.shutdown();

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    String eTag = answer.header("ETag").orElseThrow();
    assertThat(eTag).matches("\"[0-9A-F]{32}\"");
    assertThat(answer.text())
        .contains(
            "<PostResponse><Bucket>%s</Bucket><ETag>%s</ETag><Key>dir/cat.txt</Key><Location>"
                .formatted(bucket, eTag.replace("\"", "&quot;")));
    assertThat(answer.header("x-oss-request-id").orElse("")).matches("[0-9A-F]{24}");
    assertThat(answer.header("x-oss-hash-crc64ecma")).isPresent();
    WireAnswer read = read(bucket, "dir/cat.txt");
    assertThat(read.text()).isEqualTo(CONTENT);
    assertThat(read.headers())
        .containsEntry("Content-Type", "text/x-part")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("x-amz-meta-color", "blue")
        .containsEntry("x-amz-storage-class", "STANDARD_IA");
  }

  @Test
  default void aFormSignedWithV4OfOssIsStored() {
    // Given
    String bucket = freshBucket();
    String date = now();
    String scope = date.substring(0, 8) + "/cn-hangzhou/oss/aliyun_v4_request";
    String policy =
        policy(
            "{\"bucket\": \"" + bucket + "\"}",
            "{\"x-oss-signature-version\": \"OSS4-HMAC-SHA256\"}",
            "[\"in\", \"$content-type\", [\"image/png\", \"image/jpg\"]]",
            "[\"not-in\", \"$cache-control\", [\"no-cache\"]]");

    // When
    WireAnswer answer =
        postsWell(
            WireForm.of(CONTENT)
                .with("key", "v4")
                .with("x-oss-signature-version", "OSS4-HMAC-SHA256")
                .with("x-oss-credential", cairn().accessKeyId() + "/" + scope)
                .with("x-oss-date", date)
                .with("x-oss-signature", sha256("aliyun_v4", scope, policy))
                .with("policy", policy)
                .with("Cache-Control", "max-age=1")
                .with("Content-Type", "image/png")
                .with("x-oss-content-type", "image/jpg"),
            OSS_HOST,
            bucket);

    // Then
    assertThat(answer.status()).isEqualTo(204);
    assertThat(read(bucket, "v4").header("Content-Type")).contains("image/jpg");
  }

  @Test
  default void ossSeesTheKeyBeforeTheNameIsPutIntoIt() {
    // Given
    String bucket = freshBucket();
    String policy = policy("[\"starts-with\", \"$key\", \"dir/cat\"]");
    WireForm form =
        WireForm.of(CONTENT)
            .named("cat.txt")
            .with("key", "dir/${filename}")
            .with(signedV2("OSSAccessKeyId", policy));

    // When / Then
    refusesForm(form.to(OSS_HOST + ":" + cairn().port(), "/" + bucket), 403, "AccessDenied");
  }

  @Test
  default void ossRefusesInItsOwnWords() {
    // Given
    String bucket = freshBucket();
    String host = OSS_HOST + ":" + cairn().port();
    String target = "/" + bucket;
    WireForm form =
        WireForm.of(CONTENT)
            .with("key", "k")
            .with(signedV2("OSSAccessKeyId", policy("[\"content-length-range\", 1, 100]")));

    // When / Then
    refusesForm(
        form.to(host, target).with("Content-Type", "text/plain"), 400, "MalformedPOSTRequest");
    refusesForm(form.without("key").to(host, target), 400, "IncorrectNumberOfFilesInPOSTRequest");
    refusesForm(form.withoutFile().to(host, target), 400, "IncorrectNumberOfFilesInPOSTRequest");
    refusesForm(
        form.with("x-oss-meta-long", "x".repeat(30_000)).to(host, target), 400, "FieldItemTooLong");
    refusesForm(
        form.without("Signature").without("signature").to(host, target), 400, "InvalidArgument");
    refusesForm(form.with("x-oss-tagging", "a=b").to(host, target), 400, "InvalidArgument");
    refusesForm(form.with("key", "/k").to(host, target), 400, "InvalidObjectName");
    refusesForm(form.with("callback", "e30=").to(host, target), 400, "NotImplemented");
    refusesForm(form.with("AccessKeyId", "a").to(host, target), 400, "InvalidArgument");
    refusesForm(form.with("x-amz-acl", "private").to(host, target), 400, "InvalidArgument");
    refusesForm(form.file(new byte[101]).to(host, target), 400, "EntityTooLarge");
    refusesForm(form.file(new byte[0]).to(host, target), 400, "EntityTooSmall");
    refusesForm(
        form.with("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==").to(host, target),
        400,
        "InvalidDigest");
    refusesForm(
        form.with("x-oss-security-token", "t").to(host, target), 403, "SecurityTokenNotSupported");
  }

  @Test
  default void ossForbidsToOverwriteByAField() {
    // Given
    String bucket = freshBucket();
    WireForm form =
        WireForm.of(CONTENT)
            .with("key", "k")
            .with("x-oss-forbid-overwrite", "true")
            .with(signedV2("OSSAccessKeyId", policy("{\"key\": \"k\"}")));
    postsWell(form, OSS_HOST, bucket);

    // When / Then
    refusesForm(form.to(OSS_HOST + ":" + cairn().port(), "/" + bucket), 409, "FileAlreadyExists");
  }
}
