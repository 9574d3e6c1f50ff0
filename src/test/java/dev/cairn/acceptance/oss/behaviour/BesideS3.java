package dev.cairn.acceptance.oss.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreClient.SentPart;
import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.oss.OssStoreClient;
import dev.cairn.acceptance.s3.AwsClients;
import dev.cairn.acceptance.s3.AwsSyncStoreClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Digests that one of the two knows, where the other one has sent the bytes. */
interface BesideS3 extends UsesOss {
  int PART = 5 << 20;

  @Test
  default void aPartOfOssBelongsToAnUploadWithChecksums() {
    // Given
    S3Client s3 = AwsClients.pathStyle(cairn());
    String bucket = freshBucket();
    String upload =
        s3.createMultipartUpload(
                r -> r.bucket(bucket).key("k").checksumAlgorithm(ChecksumAlgorithm.CRC32))
            .uploadId();
    inOss().uploadPart(bucket, "k", upload, 1, UsesStore.bytes(PART, 1));
    s3.uploadPart(
        r ->
            r.bucket(bucket)
                .key("k")
                .uploadId(upload)
                .partNumber(2)
                .checksumAlgorithm(ChecksumAlgorithm.CRC32),
        RequestBody.fromBytes(new byte[9]));
    var listed = s3.listParts(r -> r.bucket(bucket).key("k").uploadId(upload)).parts();

    // When
    s3.completeMultipartUpload(
        r ->
            r.bucket(bucket)
                .key("k")
                .uploadId(upload)
                .multipartUpload(
                    m ->
                        m.parts(
                            listed.stream()
                                .map(
                                    p ->
                                        CompletedPart.builder()
                                            .partNumber(p.partNumber())
                                            .eTag(p.eTag())
                                            .checksumCRC32(p.checksumCRC32())
                                            .build())
                                .toList())));

    // Then
    var head = s3.headObject(r -> r.bucket(bucket).key("k").checksumMode(ChecksumMode.ENABLED));
    assertThat(head.checksumCRC32()).endsWith("-2");
    assertThat(inOss().get(bucket, "k").body()).hasSize(PART + 9);
  }

  @Test
  default void theCrcOfOssIsKnownThroughS3() {
    // Given
    S3Client s3 = AwsClients.pathStyle(cairn());
    String bucket = freshBucket();
    String upload = s3.createMultipartUpload(r -> r.bucket(bucket).key("k")).uploadId();
    List<SentPart> parts = new ArrayList<>();
    parts.add(inOss().uploadPart(bucket, "k", upload, 1, UsesStore.bytes(PART, 1)));
    parts.add(inOss().uploadPart(bucket, "k", upload, 2, UsesStore.bytes(100, 2)));

    // When
    inS3().complete(bucket, "k", upload, bare(parts));
    inS3().copy(bucket, "k", bucket, "copy");

    // Then
    Long crc = oss().getObjectMetadata(bucket, "k").getServerCRC();
    assertThat(crc).isNotNull();
    assertThat(oss().getObjectMetadata(bucket, "copy").getServerCRC()).isEqualTo(crc);
    var head = s3.headObject(r -> r.bucket(bucket).key("k").checksumMode(ChecksumMode.ENABLED));
    assertThat(head.checksumType()).isNull();
  }

  /** Parts without the checksums that only the SDK which sent them knows. */
  private static List<SentPart> bare(List<SentPart> parts) {
    return parts.stream().map(p -> new SentPart(p.number(), p.eTag(), Map.of())).toList();
  }

  private StoreClient inOss() {
    return new OssStoreClient(oss());
  }

  private StoreClient inS3() {
    return new AwsSyncStoreClient(AwsClients.pathStyle(cairn()));
  }
}
