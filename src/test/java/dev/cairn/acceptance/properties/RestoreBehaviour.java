package dev.cairn.acceptance.properties;

import static dev.cairn.acceptance.properties.UsesVendors.assertObs;
import static dev.cairn.acceptance.properties.UsesVendors.assertOss;
import static dev.cairn.acceptance.properties.UsesVendors.assertS3;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.oss.model.RestoreConfiguration;
import com.aliyun.oss.model.RestoreJobParameters;
import com.aliyun.oss.model.RestoreObjectRequest;
import com.aliyun.oss.model.RestoreTier;
import com.aliyun.oss.model.UploadPartCopyRequest;
import com.obs.services.model.RestoreObjectRequest.RestoreObjectStatus;
import com.obs.services.model.RestoreTierEnum;
import dev.cairn.boot.postgres.DatabaseUrl;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.OptionalObjectAttributes;
import software.amazon.awssdk.services.s3.model.RestoreObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.s3.model.Tier;

/** Archived objects: not to be read before they are restored, nor after that has lapsed. */
interface RestoreBehaviour extends UsesVendors {
  private String archived(StorageClass storageClass) {
    String bucket = freshBucket();
    s3().putObject(
            b -> b.bucket(bucket).key("k").storageClass(storageClass),
            RequestBody.fromString("hello"));
    return bucket;
  }

  private RestoreObjectResponse restore(String bucket, int days) {
    return s3().restoreObject(
            b ->
                b.bucket(bucket)
                    .key("k")
                    .restoreRequest(
                        r -> r.days(days).glacierJobParameters(g -> g.tier(Tier.STANDARD))));
  }

  private String read(String bucket) {
    return s3().getObjectAsBytes(b -> b.bucket(bucket).key("k")).asUtf8String();
  }

  private void copy(String bucket, String key, StorageClass storageClass) {
    s3().copyObject(
            b ->
                b.sourceBucket(bucket)
                    .sourceKey("k")
                    .destinationBucket(bucket)
                    .destinationKey(key)
                    .storageClass(storageClass));
  }

  /** As if so much time had gone by. */
  private void age(String bucket, Duration time) {
    DatabaseUrl url = cairn().database();
    Properties login = new Properties();
    login.setProperty("user", url.user());
    login.setProperty("password", url.password());
    String sql =
        "UPDATE objects SET restored_from = restored_from - ? * interval '1 second',"
            + " restored_until = restored_until - ? * interval '1 second' WHERE bucket_id ="
            + " (SELECT id FROM buckets WHERE name = ?)";
    try (var connection = new org.postgresql.Driver().connect(url.jdbc(), login);
        var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, time.toSeconds());
      statement.setLong(2, time.toSeconds());
      statement.setString(3, bucket);
      assertThat(statement.executeUpdate()).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  default void cannotBeReadInAnyDialect() {
    // Given
    String bucket = archived(StorageClass.GLACIER);
    String upload = s3().createMultipartUpload(b -> b.bucket(bucket).key("big")).uploadId();
    UploadPartCopyRequest part = new UploadPartCopyRequest(bucket, "k", bucket, "big");
    part.setUploadId(upload);
    part.setPartNumber(1);

    // When / Then
    assertS3(() -> read(bucket), 403, "InvalidObjectState");
    assertS3(
        () -> s2().getObjectAsBytes(b -> b.bucket(bucket).key("k")), 403, "InvalidObjectState");
    assertObs(() -> obs().getObject(bucket, "k"), 403, "InvalidObjectState");
    assertObs(() -> obsS3().getObject(bucket, "k"), 403, "InvalidObjectState");
    assertOss(() -> oss().getObject(bucket, "k"), "InvalidObjectState");
    assertS3(() -> copy(bucket, "copy", StorageClass.STANDARD), 403, "InvalidObjectState");
    assertS3(() -> copy(bucket, "k", StorageClass.STANDARD), 403, "InvalidObjectState");
    assertOss(() -> oss().copyObject(bucket, "k", bucket, "copy"), "InvalidObjectState");
    assertOss(() -> oss().uploadPartCopy(part), "OperationNotSupported");
    assertS3(
        () ->
            s3().uploadPartCopy(
                    b ->
                        b.sourceBucket(bucket)
                            .sourceKey("k")
                            .destinationBucket(bucket)
                            .destinationKey("big")
                            .uploadId(upload)
                            .partNumber(1)),
        403,
        "InvalidObjectState");
    assertThat(s3().headObject(b -> b.bucket(bucket).key("k")).restore()).isNull();
  }

  @Test
  default void isRestoredInS3() {
    // Given
    String bucket = archived(StorageClass.DEEP_ARCHIVE);

    // When
    int first = restore(bucket, 2).sdkHttpResponse().statusCode();

    // Then
    assertThat(first).isEqualTo(202);
    assertThat(read(bucket)).isEqualTo("hello");
    assertThat(s3().headObject(b -> b.bucket(bucket).key("k")).restore())
        .matches("ongoing-request=\"false\", expiry-date=\".* 00:00:00 GMT\"");
    assertThat(restore(bucket, 5).sdkHttpResponse().statusCode()).isEqualTo(200);
    assertThat(
            s3().listObjectsV2(
                    b ->
                        b.bucket(bucket)
                            .optionalObjectAttributes(OptionalObjectAttributes.RESTORE_STATUS))
                .contents()
                .getFirst()
                .restoreStatus()
                .restoreExpiryDate())
        .isAfter(Instant.now().plus(Duration.ofDays(4)));
    copy(bucket, "copy", StorageClass.STANDARD);
    assertThat(s3().getObjectAsBytes(b -> b.bucket(bucket).key("copy")).asUtf8String())
        .isEqualTo("hello");
  }

  @Test
  default void lapses() {
    // Given
    String bucket = archived(StorageClass.GLACIER);
    restore(bucket, 1);
    assertThat(read(bucket)).isEqualTo("hello");

    // When
    age(bucket, Duration.ofDays(3));

    // Then
    assertS3(() -> read(bucket), 403, "InvalidObjectState");
    assertOss(() -> oss().getObject(bucket, "k"), "InvalidObjectState");
    assertThat(s3().headObject(b -> b.bucket(bucket).key("k")).restore()).isNull();
    assertThat(restore(bucket, 1).sdkHttpResponse().statusCode()).isEqualTo(202);
    assertThat(read(bucket)).isEqualTo("hello");
  }

  @Test
  default void cannotBeReadWhileItIsRestored() {
    // Given
    String bucket = archived(StorageClass.GLACIER);
    restore(bucket, 1);

    // When: as it is before it is done.
    age(bucket, Duration.ofHours(-5));

    // Then
    assertS3(() -> read(bucket), 403, "InvalidObjectState");
    assertThat(s3().headObject(b -> b.bucket(bucket).key("k")).restore())
        .isEqualTo("ongoing-request=\"true\"");
    assertThat(oss().getObjectMetadata(bucket, "k").isRestoreCompleted()).isFalse();
    assertS3(() -> restore(bucket, 1), 409, "RestoreAlreadyInProgress");
    assertOss(() -> oss().restoreObject(bucket, "k"), "RestoreAlreadyInProgress");
    assertObs(
        () ->
            obs()
                .restoreObjectV2(
                    new com.obs.services.model.RestoreObjectRequest(bucket, "k", null, 1)),
        409,
        "RestoreAlreadyInProgress");
  }

  @Test
  default void isRestoredInObs() {
    // Given
    String bucket = archived(StorageClass.GLACIER);
    String other = archived(StorageClass.GLACIER);
    var request = new com.obs.services.model.RestoreObjectRequest(bucket, "k", null, 5);
    request.setRestoreTier(RestoreTierEnum.EXPEDITED);
    var shorter = new com.obs.services.model.RestoreObjectRequest(bucket, "k", null, 1);
    var longer = new com.obs.services.model.RestoreObjectRequest(other, "k", null, 31);
    var inS3 = new com.obs.services.model.RestoreObjectRequest(other, "k", null, 2);
    inS3.setRestoreTier(RestoreTierEnum.BULK);

    // When
    var status = obs().restoreObject(request);
    obsS3().restoreObject(inS3);

    // Then
    assertThat(status).isEqualTo(RestoreObjectStatus.INPROGRESS);
    assertThat(obs().restoreObject(request)).isEqualTo(RestoreObjectStatus.AVALIABLE);
    assertThat(obs().getObject(bucket, "k").getObjectKey()).isEqualTo("k");
    assertThat(read(other)).isEqualTo("hello");
    assertThat(obs().getObjectMetadata(bucket, "k").getResponseHeaders().get("restore").toString())
        .startsWith("ongoing-request=\"false\", expiry-date=");
    assertObs(() -> obs().restoreObject(shorter), 409, "ObjectHasAlreadyRestored");
    assertObs(() -> obs().restoreObject(longer), 400, "InvalidArgument");
  }

  @Test
  default void isRestoredInOss() throws Exception {
    // Given
    String archive = archived(StorageClass.GLACIER);
    String cold = archived(StorageClass.DEEP_ARCHIVE);

    // When
    int first = oss().restoreObject(archive, "k").getStatusCode();
    int deep =
        oss()
            .restoreObject(
                new RestoreObjectRequest(
                    cold,
                    "k",
                    new RestoreConfiguration(
                        10, new RestoreJobParameters(RestoreTier.RESTORE_TIER_BULK))))
            .getStatusCode();

    // Then
    assertThat(first).isEqualTo(202);
    assertThat(deep).isEqualTo(202);
    assertThat(oss().getObject(archive, "k").getObjectContent().readAllBytes()).hasSize(5);
    assertThat(oss().getObjectMetadata(archive, "k").isRestoreCompleted()).isTrue();
    assertThat(oss().restoreObject(archive, "k").getStatusCode()).isEqualTo(200);
    assertOss(
        () ->
            oss()
                .restoreObject(new RestoreObjectRequest(archive, "k", new RestoreConfiguration(8))),
        "InvalidArgument");
  }

  @Test
  default void refusesWhatIsNotArchived() {
    // Given
    String bucket = archived(StorageClass.STANDARD_IA);

    // When / Then
    assertS3(() -> restore(bucket, 1), 403, "InvalidObjectState");
    assertOss(() -> oss().restoreObject(bucket, "k"), "OperationNotSupported");
    assertObs(
        () ->
            obs()
                .restoreObject(
                    new com.obs.services.model.RestoreObjectRequest(bucket, "k", null, 1)),
        403,
        "InvalidObjectState");
    assertS3(
        () -> s2().restoreObject(b -> b.bucket(bucket).key("k").restoreRequest(r -> r.days(1))),
        501,
        "NotImplemented");
    assertS3(
        () -> s3().restoreObject(b -> b.bucket(bucket).key("none").restoreRequest(r -> r.days(1))),
        404,
        "NoSuchKey");
    S3Exception failure =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            S3Exception.class,
            () -> s3().restoreObject(b -> b.bucket(bucket).key("k").restoreRequest(r -> {})));
    assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("MalformedXML");
  }
}
