package dev.cairn.acceptance.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSException;
import com.aliyun.oss.common.comm.SignVersion;
import com.obs.services.ObsClient;
import com.obs.services.exception.ObsException;
import com.obs.services.model.AuthTypeEnum;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.sts.model.Credentials;

/** A session may do what its account may and its policy leaves, in every dialect. */
interface NarrowingBehaviour extends UsesSts {
  /** Reads and writes below {@code open/}, but not below {@code open/not/}. */
  private static String below(String bucket) {
    return """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
           "Resource": "arn:aws:s3:::BUCKET/open/*"},
          {"Effect": "Deny", "Action": "*", "Resource": "arn:aws:s3:::BUCKET/open/not/*"}]}"""
        .replace("BUCKET", bucket);
  }

  private static RequestBody body() {
    return RequestBody.fromBytes(BODY);
  }

  @Test
  default void leavesWhatThePolicyAllows() {
    // Given
    String bucket = freshBucket();
    S3Client s3 = s3(narrowed(below(bucket)));

    // When
    s3.putObject(b -> b.bucket(bucket).key("open/k"), body());

    // Then
    s3.headObject(b -> b.bucket(bucket).key("open/k"));
    s3.copyObject(
        b ->
            b.sourceBucket(bucket)
                .sourceKey("open/k")
                .destinationBucket(bucket)
                .destinationKey("open/copy"));
    String upload = s3.createMultipartUpload(b -> b.bucket(bucket).key("open/m")).uploadId();
    s3.uploadPart(b -> b.bucket(bucket).key("open/m").uploadId(upload).partNumber(1), body());
    s3.deleteObject(b -> b.bucket(bucket).key("open/k"));
    assertThat(s3.getObjectAsBytes(b -> b.bucket(bucket).key("open/copy")).asByteArray())
        .isEqualTo(BODY);
  }

  @Test
  default void refusesTheRest() {
    // Given
    String bucket = freshBucket();
    S3Client s3 = s3(narrowed(below(bucket)));
    String upload = rootS3().createMultipartUpload(b -> b.bucket(bucket).key("open/m")).uploadId();

    // When / Then
    UsesSts.assertDenied(() -> s3.listBuckets());
    UsesSts.assertDenied(() -> s3.createBucket(b -> b.bucket("new-" + UUID.randomUUID())));
    UsesSts.assertDenied(() -> s3.deleteBucket(b -> b.bucket(bucket)));
    UsesSts.assertDenied(() -> s3.getBucketLocation(b -> b.bucket(bucket)));
    UsesSts.assertDenied(() -> s3.listObjectsV2(b -> b.bucket(bucket).prefix("open/")));
    UsesSts.assertDenied(() -> s3.getObject(b -> b.bucket(bucket).key("k")));
    UsesSts.assertDenied(() -> s3.getObject(b -> b.bucket(bucket).key("open")));
    UsesSts.assertDenied(() -> s3.getObject(b -> b.bucket(bucket).key("open/not/k")));
    UsesSts.assertDenied(() -> s3.putObject(b -> b.bucket(bucket).key("k"), body()));
    UsesSts.assertDenied(() -> s3.putObject(b -> b.bucket(bucket).key("open/not/k"), body()));
    UsesSts.assertDenied(() -> s3.createMultipartUpload(b -> b.bucket(bucket).key("k")));
    UsesSts.assertDenied(() -> s3.listParts(b -> b.bucket(bucket).key("open/m").uploadId(upload)));
    UsesSts.assertDenied(
        () -> s3.abortMultipartUpload(b -> b.bucket(bucket).key("open/m").uploadId(upload)));
    assertThat(rootS3().listObjectsV2(b -> b.bucket(bucket)).contents()).hasSize(1);
  }

  @Test
  default void narrowsListingsToAPrefix() {
    // Given
    String bucket = freshBucket();
    S3Client s3 =
        s3(
            narrowed(
                """
                {"Version": "2012-10-17", "Statement": {
                  "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::BUCKET",
                  "Condition": {"StringLike": {"s3:prefix": ["", "open/*"]}}}}"""
                    .replace("BUCKET", bucket)));

    // When / Then
    assertThat(s3.listObjectsV2(b -> b.bucket(bucket).prefix("open/a")).contents()).isEmpty();
    assertThat(s3.listObjects(b -> b.bucket(bucket).prefix("")).contents()).hasSize(1);
    UsesSts.assertDenied(() -> s3.listObjectsV2(b -> b.bucket(bucket).prefix("k")));
    UsesSts.assertDenied(() -> s3.listObjectsV2(b -> b.bucket(bucket)));
  }

  @Test
  default void whoMayWriteMayNotShare() {
    // Given
    String bucket = freshBucket();
    S3Client writer = s3(narrowed(below(bucket)));
    S3Client sharer = s3(narrowed(below(bucket).replace("\"s3:PutObject\"", "\"s3:PutObject*\"")));

    // When / Then
    UsesSts.assertDenied(
        () -> writer.putObject(b -> b.bucket(bucket).key("open/k").acl("public-read"), body()));
    UsesSts.assertDenied(
        () -> writer.putObject(b -> b.bucket(bucket).key("open/k").tagging("a=b"), body()));
    sharer.putObject(b -> b.bucket(bucket).key("open/k").acl("public-read").tagging("a=b"), body());
    assertThat(send(request("GET", "/" + bucket + "/open/k")).status()).isEqualTo(200);
  }

  @Test
  default void refusesCopiesOfWhatMayNotBeRead() {
    // Given
    String bucket = freshBucket();
    S3Client s3 = s3(narrowed(below(bucket)));
    String upload = s3.createMultipartUpload(b -> b.bucket(bucket).key("open/m")).uploadId();

    // When / Then
    UsesSts.assertDenied(
        () ->
            s3.copyObject(
                b ->
                    b.sourceBucket(bucket)
                        .sourceKey("k")
                        .destinationBucket(bucket)
                        .destinationKey("open/k")));
    UsesSts.assertDenied(
        () ->
            s3.uploadPartCopy(
                b ->
                    b.sourceBucket(bucket)
                        .sourceKey("k")
                        .destinationBucket(bucket)
                        .destinationKey("open/m")
                        .uploadId(upload)
                        .partNumber(1)));
  }

  @Test
  default void judgesEachKeyOfMany() {
    // Given
    String bucket = freshBucket();
    rootS3().putObject(b -> b.bucket(bucket).key("open/k"), body());
    Delete both =
        Delete.builder()
            .objects(
                ObjectIdentifier.builder().key("k").build(),
                ObjectIdentifier.builder().key("open/k").build())
            .build();

    // When
    DeleteObjectsResponse answer =
        s3(narrowed(below(bucket))).deleteObjects(b -> b.bucket(bucket).delete(both));

    // Then
    assertThat(answer.deleted()).singleElement().returns("open/k", d -> d.key());
    assertThat(answer.errors())
        .singleElement()
        .returns("k", S3Error::key)
        .returns("AccessDenied", S3Error::code);
    assertThat(rootS3().listObjectsV2(b -> b.bucket(bucket)).contents())
        .singleElement()
        .returns("k", o -> o.key());
  }

  @Test
  default void narrowsInTheWordsOfOss() throws IOException {
    // Given
    String bucket = freshBucket();
    OSS oss = StsClients.oss(cairn(), SignVersion.V4, narrowed(below(bucket)));

    // When
    oss.putObject(bucket, "open/k", new ByteArrayInputStream(BODY));

    // Then
    assertThat(oss.getObject(bucket, "open/k").getObjectContent().readAllBytes()).isEqualTo(BODY);
    assertThatThrownBy(() -> oss.getObject(bucket, "k"))
        .asInstanceOf(InstanceOfAssertFactories.type(OSSException.class))
        .returns("AccessDenied", OSSException::getErrorCode);
    assertThatThrownBy(() -> oss.listObjects(bucket))
        .asInstanceOf(InstanceOfAssertFactories.type(OSSException.class))
        .returns("AccessDenied", OSSException::getErrorCode);
    oss.shutdown();
  }

  @Test
  default void narrowsInTheWordsOfObs() throws IOException {
    // Given
    String bucket = freshBucket();
    try (ObsClient obs = StsClients.obs(cairn(), AuthTypeEnum.OBS, narrowed(below(bucket)))) {
      // When
      obs.putObject(bucket, "open/k", new ByteArrayInputStream(BODY));

      // Then
      assertThat(obs.getObject(bucket, "open/k").getObjectContent().readAllBytes()).isEqualTo(BODY);
      assertThatThrownBy(() -> obs.getObject(bucket, "k"))
          .asInstanceOf(InstanceOfAssertFactories.type(ObsException.class))
          .returns("AccessDenied", ObsException::getErrorCode);
    }
  }

  @Test
  default void aFederatedUserMayDoWhatThePolicySaysAndNothingWithoutOne() {
    // Given
    String bucket = freshBucket();
    Credentials with =
        sts().getFederationToken(b -> b.name("bob").policy(below(bucket))).credentials();
    Credentials without = sts().getFederationToken(b -> b.name("bob")).credentials();

    // When
    s3(with).putObject(b -> b.bucket(bucket).key("open/k"), body());

    // Then
    UsesSts.assertDenied(() -> s3(with).getObject(b -> b.bucket(bucket).key("k")));
    UsesSts.assertDenied(() -> s3(without).getObject(b -> b.bucket(bucket).key("k")));
    UsesSts.assertDenied(() -> s3(without).listBuckets());
  }

  @Test
  default void aPolicyGivesNothing() {
    // Given
    String bucket = freshBucket();
    Stranger stranger = stranger();
    Credentials all;
    try (var sts = StsClients.sts(cairn().endpoint(), stranger.credentials())) {
      all =
          sts.assumeRole(
                  b ->
                      b.roleArn(ROLE)
                          .roleSessionName("me")
                          .policy(
                              "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\","
                                  + "\"Resource\":\"*\"}}"))
              .credentials();
    }

    // When / Then
    UsesSts.assertDenied(() -> s3(all).getObject(b -> b.bucket(bucket).key("k")));
    UsesSts.assertDenied(() -> s3(all).listObjectsV2(b -> b.bucket(bucket)));
    assertThat(s3(all).listBuckets().buckets()).isEmpty();
  }

  @Test
  default void aSessionIsOfItsAccount() {
    // Given
    Stranger stranger = stranger();
    String own = "own-" + UUID.randomUUID();
    try (var sts = StsClients.sts(cairn().endpoint(), stranger.credentials())) {
      // When
      Credentials session = sts.getSessionToken().credentials();
      s3(session).createBucket(b -> b.bucket(own));

      // Then
      assertThat(StsClients.s3(cairn().endpoint(), stranger.credentials()).listBuckets().buckets())
          .singleElement()
          .returns(own, b -> b.name());
      assertThat(sts.getCallerIdentity().account()).isEqualTo(stranger.account());
      UsesSts.assertDenied(
          () ->
              sts.assumeRole(b -> b.roleArn("arn:aws:iam::root:role/admin").roleSessionName("me")));
      sts.assumeRole(
          b ->
              b.roleArn("arn:aws:iam::" + stranger.account() + ":role/admin")
                  .roleSessionName("me"));
    }
  }

  @Test
  default void aSessionEndsWithItsKey() {
    // Given
    String bucket = freshBucket();
    Stranger stranger = stranger();
    try (var sts = StsClients.sts(cairn().endpoint(), stranger.credentials())) {
      Credentials first = sts.getSessionToken().credentials();
      Credentials second =
          StsClients.sts(cairn().endpoint(), StsClients.provider(first))
              .assumeRole(b -> b.roleArn(ROLE).roleSessionName("me"))
              .credentials();
      s3(second).listBuckets();

      // When
      stranger.deleteKey();

      // Then
      for (Credentials gone : new Credentials[] {first, second}) {
        UsesSts.assertRefused(
            () -> s3(gone).getObject(b -> b.bucket(bucket).key("k")), 403, "InvalidAccessKeyId");
      }
    }
  }
}
