package dev.cairn.acceptance.s3.behaviour;

import static dev.cairn.acceptance.s3.behaviour.UsesS3.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.UsesStore;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** Copies: directives, conditions on the source, and an object onto itself. */
interface CopyBehaviour extends UsesS3 {
  private String source(String bucket) {
    return s3().putObject(
            b ->
                b.bucket(bucket).key("source").contentType("text/old").metadata(Map.of("a", "old")),
            RequestBody.fromBytes(UsesStore.bytes(50_000, 11)))
        .eTag();
  }

  private void copy(String bucket, Consumer<CopyObjectRequest.Builder> more) {
    s3().copyObject(
            b ->
                more.accept(
                    b.sourceBucket(bucket)
                        .sourceKey("source")
                        .destinationBucket(bucket)
                        .destinationKey("copy")));
  }

  @Test
  default void replacesMetadataWhenTold() {
    // Given
    String bucket = freshBucket();
    source(bucket);

    // When
    copy(
        bucket,
        b ->
            b.metadataDirective(MetadataDirective.REPLACE)
                .contentType("text/new")
                .metadata(Map.of("b", "new")));

    // Then
    HeadObjectResponse head = s3().headObject(b -> b.bucket(bucket).key("copy"));
    assertThat(head.contentType()).isEqualTo("text/new");
    assertThat(head.metadata()).containsOnly(Map.entry("b", "new"));
  }

  @Test
  default void keepsMetadataOtherwise() {
    // Given
    String bucket = freshBucket();
    source(bucket);

    // When
    copy(bucket, b -> b.contentType("text/new").metadata(Map.of("b", "new")));

    // Then
    HeadObjectResponse head = s3().headObject(b -> b.bucket(bucket).key("copy"));
    assertThat(head.contentType()).isEqualTo("text/old");
    assertThat(head.metadata()).containsOnly(Map.entry("a", "old"));
  }

  @Test
  default void changesAnObjectOntoItself() {
    // Given
    String bucket = freshBucket();
    source(bucket);

    // When
    copy(
        bucket,
        b ->
            b.destinationKey("source")
                .metadataDirective(MetadataDirective.REPLACE)
                .metadata(Map.of("b", "new")));

    // Then
    assertThat(s3().headObject(b -> b.bucket(bucket).key("source")).metadata())
        .containsOnly(Map.entry("b", "new"));
    assertThat(read(bucket, "source")).isEqualTo(UsesStore.bytes(50_000, 11));
  }

  @Test
  default void refusesACopyOntoItselfThatChangesNothing() {
    // Given
    String bucket = freshBucket();
    source(bucket);

    // When / Then
    assertRefused(() -> copy(bucket, b -> b.destinationKey("source")), 400, "InvalidRequest");
  }

  @Test
  default void refusesAnotherDirective() {
    // Given
    String bucket = freshBucket();
    source(bucket);

    // When / Then
    assertRefused(() -> copy(bucket, b -> b.metadataDirective("MERGE")), 400, "InvalidArgument");
  }

  @Test
  default void obeysTheFourConditionsOnTheSource() {
    // Given
    String bucket = freshBucket();
    String eTag = source(bucket);
    Instant past = Instant.now().minusSeconds(3600);
    Instant future = Instant.now().plusSeconds(3600);

    // When / Then
    copy(bucket, b -> b.copySourceIfMatch(eTag));
    copy(bucket, b -> b.copySourceIfNoneMatch("\"0123\""));
    copy(bucket, b -> b.copySourceIfModifiedSince(past));
    copy(bucket, b -> b.copySourceIfUnmodifiedSince(future));
    copy(bucket, b -> b.copySourceIfMatch(eTag).copySourceIfUnmodifiedSince(past));
    copyRefused(bucket, b -> b.copySourceIfMatch("\"0123\""));
    copyRefused(bucket, b -> b.copySourceIfNoneMatch(eTag));
    copyRefused(bucket, b -> b.copySourceIfModifiedSince(future));
    copyRefused(bucket, b -> b.copySourceIfUnmodifiedSince(past));
    copyRefused(bucket, b -> b.copySourceIfNoneMatch(eTag).copySourceIfModifiedSince(past));
  }

  private void copyRefused(String bucket, Consumer<CopyObjectRequest.Builder> condition) {
    assertRefused(() -> copy(bucket, condition), 412, "PreconditionFailed");
  }

  @Test
  default void obeysTheFourConditionsOnTheSourceOfAPart() {
    // Given
    String bucket = freshBucket();
    String eTag = source(bucket);
    String upload = initiate(bucket, "k");
    Instant past = Instant.now().minusSeconds(3600);
    Instant future = Instant.now().plusSeconds(3600);

    // When / Then
    copyPart(bucket, upload, b -> b.copySourceIfMatch(eTag));
    copyPart(bucket, upload, b -> b.copySourceIfNoneMatch("\"0123\""));
    copyPart(bucket, upload, b -> b.copySourceIfModifiedSince(past));
    copyPart(bucket, upload, b -> b.copySourceIfUnmodifiedSince(future));
    copyPartRefused(bucket, upload, b -> b.copySourceIfMatch("\"0123\""));
    copyPartRefused(bucket, upload, b -> b.copySourceIfNoneMatch(eTag));
    copyPartRefused(bucket, upload, b -> b.copySourceIfModifiedSince(future));
    copyPartRefused(bucket, upload, b -> b.copySourceIfUnmodifiedSince(past));
  }

  private void copyPart(
      String bucket, String upload, Consumer<UploadPartCopyRequest.Builder> condition) {
    s3().uploadPartCopy(
            b ->
                condition.accept(
                    b.sourceBucket(bucket)
                        .sourceKey("source")
                        .destinationBucket(bucket)
                        .destinationKey("k")
                        .uploadId(upload)
                        .partNumber(1)));
  }

  private void copyPartRefused(
      String bucket, String upload, Consumer<UploadPartCopyRequest.Builder> condition) {
    assertRefused(() -> copyPart(bucket, upload, condition), 412, "PreconditionFailed");
  }
}
