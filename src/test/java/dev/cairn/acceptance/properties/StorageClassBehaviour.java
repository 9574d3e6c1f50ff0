package dev.cairn.acceptance.properties;

import static dev.cairn.acceptance.properties.UsesVendors.assertObs;
import static dev.cairn.acceptance.properties.UsesVendors.assertOss;
import static dev.cairn.acceptance.properties.UsesVendors.assertS3;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.oss.model.CreateBucketRequest;
import com.aliyun.oss.model.ObjectMetadata;
import com.obs.services.model.BucketStoragePolicyConfiguration;
import com.obs.services.model.ObsBucket;
import com.obs.services.model.StorageClassEnum;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** Classes: one idea in each dialect's words, of objects and as a bucket's default. */
interface StorageClassBehaviour extends UsesVendors {
  private String inS3(String bucket, String key) {
    return s3().headObject(b -> b.bucket(bucket).key(key)).storageClassAsString();
  }

  private String listedInS3(String bucket, String key) {
    return s3().listObjectsV2(b -> b.bucket(bucket).prefix(key))
        .contents()
        .getFirst()
        .storageClassAsString();
  }

  private String inOss(String bucket, String key) {
    return oss().getObjectMetadata(bucket, key).getObjectStorageClass().toString();
  }

  @Test
  default void aClassIsReadInTheReadersWords() {
    // Given
    String bucket = freshBucket();
    ObjectMetadata archive = new ObjectMetadata();
    archive.setHeader("x-oss-storage-class", "Archive");

    // When
    oss().putObject(bucket, "cold", new ByteArrayInputStream(new byte[5]), archive);
    s3().putObject(
            b -> b.bucket(bucket).key("cool").storageClass(StorageClass.ONEZONE_IA),
            RequestBody.fromString("hello"));

    // Then
    assertThat(inS3(bucket, "cold")).isEqualTo("GLACIER");
    assertThat(listedInS3(bucket, "cold")).isEqualTo("GLACIER");
    assertThat(obs().getObjectMetadata(bucket, "cold").getObjectStorageClass())
        .isEqualTo(StorageClassEnum.COLD);
    assertThat(obsS3().getObjectMetadata(bucket, "cold").getObjectStorageClass())
        .isEqualTo(StorageClassEnum.COLD);
    assertThat(inOss(bucket, "cold")).isEqualTo("Archive");
    assertThat(inS3(bucket, "cool")).isEqualTo("ONEZONE_IA");
    assertThat(inOss(bucket, "cool")).isEqualTo("IA");
    assertThat(obs().getObjectMetadata(bucket, "cool").getObjectStorageClass())
        .isEqualTo(StorageClassEnum.WARM);
    assertThat(s2().listObjectsV2(b -> b.bucket(bucket)).contents())
        .allMatch(object -> object.storageClassAsString().equals("STANDARD"));
  }

  @Test
  default void aClassOfTheBucketIsTakenWhenTheObjectIsWritten() {
    // Given
    String bucket = freshBucket();
    put(bucket, "before");
    String upload = s3().createMultipartUpload(b -> b.bucket(bucket).key("begun")).uploadId();

    // When
    obs()
        .setBucketStoragePolicy(
            bucket, new BucketStoragePolicyConfiguration(StorageClassEnum.WARM));
    put(bucket, "after");
    s3().putObject(
            b -> b.bucket(bucket).key("named").storageClass(StorageClass.STANDARD),
            RequestBody.fromString("hello"));
    s3().copyObject(
            b ->
                b.sourceBucket(bucket)
                    .sourceKey("before")
                    .destinationBucket(bucket)
                    .destinationKey("copied"));
    String later = s3().createMultipartUpload(b -> b.bucket(bucket).key("later")).uploadId();
    obsS3()
        .setBucketStoragePolicy(
            bucket, new BucketStoragePolicyConfiguration(StorageClassEnum.STANDARD));

    // Then
    assertThat(inS3(bucket, "before")).isNull();
    assertThat(inS3(bucket, "after")).isEqualTo("STANDARD_IA");
    assertThat(inS3(bucket, "copied")).isEqualTo("STANDARD_IA");
    assertThat(inS3(bucket, "named")).isNull();
    assertThat(
            s3().listParts(b -> b.bucket(bucket).key("begun").uploadId(upload))
                .storageClassAsString())
        .isEqualTo("STANDARD");
    assertThat(
            s3().listParts(b -> b.bucket(bucket).key("later").uploadId(later))
                .storageClassAsString())
        .isEqualTo("STANDARD_IA");
    assertThat(obs().getBucketStoragePolicy(bucket).getBucketStorageClass())
        .isEqualTo(StorageClassEnum.STANDARD);
  }

  @Test
  default void aClassOfABucketIsSetWhenItIsMade() {
    // Given
    String inObs = "kept-" + UUID.randomUUID();
    String inObsS3 = "kept-" + UUID.randomUUID();
    String inOss = "kept-" + UUID.randomUUID();
    ObsBucket cold = new ObsBucket();
    cold.setBucketName(inObs);
    cold.setBucketStorageClass(StorageClassEnum.COLD);
    ObsBucket warm = new ObsBucket();
    warm.setBucketName(inObsS3);
    warm.setBucketStorageClass(StorageClassEnum.WARM);
    CreateBucketRequest ia = new CreateBucketRequest(inOss);
    ia.setStorageClass(com.aliyun.oss.model.StorageClass.IA);

    // When
    obs().createBucket(cold);
    obsS3().createBucket(warm);
    oss().createBucket(ia);

    // Then
    assertThat(oss().getBucketInfo(inObs).getBucket().getStorageClass().toString())
        .isEqualTo("Archive");
    assertThat(obs().getBucketStoragePolicy(inObsS3).getBucketStorageClass())
        .isEqualTo(StorageClassEnum.WARM);
    assertThat(obsS3().getBucketStoragePolicy(inOss).getBucketStorageClass())
        .isEqualTo(StorageClassEnum.WARM);
    put(inObs, "k");
    assertThat(inS3(inObs, "k")).isEqualTo("GLACIER");
  }

  @Test
  default void aClassIsRefusedInEachVendorsWords() {
    // Given
    String bucket = freshBucket();
    ObjectMetadata shiny = new ObjectMetadata();
    shiny.setHeader("x-oss-storage-class", "GLACIER");

    // When / Then
    assertS3(
        () ->
            s3().putObject(
                    b -> b.bucket(bucket).key("k").storageClass("COLD"),
                    RequestBody.fromString("hello")),
        400,
        "InvalidStorageClass");
    assertS3(
        () ->
            s2().putObject(
                    b -> b.bucket(bucket).key("k").storageClass(StorageClass.GLACIER),
                    RequestBody.fromString("hello")),
        400,
        "InvalidStorageClass");
    assertOss(
        () -> oss().putObject(bucket, "k", new ByteArrayInputStream(new byte[5]), shiny),
        "InvalidArgument");
    assertObs(
        () ->
            obs()
                .setBucketStoragePolicy(
                    bucket,
                    new BucketStoragePolicyConfiguration(StorageClassEnum.HIGH_PERFORMANCE)),
        400,
        "InvalidArgument");
  }
}
