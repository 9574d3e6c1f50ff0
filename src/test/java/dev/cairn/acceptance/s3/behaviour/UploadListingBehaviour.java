package dev.cairn.acceptance.s3.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;

/** Uploads in progress and their parts, page by page. */
interface UploadListingBehaviour extends UsesS3 {
  @Test
  default void pagesThroughUploadsOfManyKeysAndOfOne() {
    // Given
    String bucket = freshBucket();
    List<String> made =
        Stream.of("a", "b", "b", "b", "c").map(key -> initiate(bucket, key)).toList();

    // When
    List<String> seen = new ArrayList<>();
    for (ListMultipartUploadsResponse page :
        s3().listMultipartUploadsPaginator(b -> b.bucket(bucket).maxUploads(2))) {
      assertThat(page.uploads()).hasSizeLessThanOrEqualTo(2);
      page.uploads().forEach(u -> seen.add(u.uploadId()));
    }

    // Then: in the order of keys and, of one key, of initiation.
    assertThat(seen).containsExactlyElementsOf(made);
  }

  @Test
  default void aKeyMarkerAloneSkipsTheKey() {
    // Given
    String bucket = freshBucket();
    Stream.of("a", "b", "b", "c").forEach(key -> initiate(bucket, key));

    // When
    ListMultipartUploadsResponse page =
        s3().listMultipartUploads(b -> b.bucket(bucket).keyMarker("b"));

    // Then
    assertThat(page.uploads()).extracting(MultipartUpload::key).containsExactly("c");
    assertThat(page.keyMarker()).isEqualTo("b");
  }

  @Test
  default void anUploadMarkerGoesOnWithinTheKey() {
    // Given
    String bucket = freshBucket();
    List<String> made = Stream.of("b", "b", "c").map(key -> initiate(bucket, key)).toList();

    // When
    ListMultipartUploadsResponse page =
        s3().listMultipartUploads(
                b -> b.bucket(bucket).keyMarker("b").uploadIdMarker(made.getFirst()));

    // Then
    assertThat(page.uploads())
        .extracting(MultipartUpload::uploadId)
        .containsExactly(made.get(1), made.get(2));
  }

  @Test
  default void rollsUpAtTheDelimiter() {
    // Given
    String bucket = freshBucket();
    Stream.of("p/a", "p/b/1", "p/b/2", "p/c", "q").forEach(key -> initiate(bucket, key));

    // When
    List<String> seen = new ArrayList<>();
    for (ListMultipartUploadsResponse page :
        s3().listMultipartUploadsPaginator(
                b -> b.bucket(bucket).prefix("p/").delimiter("/").maxUploads(1))) {
      page.uploads().forEach(u -> seen.add(u.key()));
      page.commonPrefixes().stream().map(CommonPrefix::prefix).forEach(seen::add);
    }

    // Then
    assertThat(seen).containsExactly("p/a", "p/b/", "p/c");
  }

  @Test
  default void tellsWhoBeganItAndHow() {
    // Given
    String bucket = freshBucket();
    s3().createMultipartUpload(
            b -> b.bucket(bucket).key("k").checksumAlgorithm(ChecksumAlgorithm.SHA256));

    // When
    MultipartUpload upload = s3().listMultipartUploads(b -> b.bucket(bucket)).uploads().getFirst();

    // Then
    assertThat(upload.owner().id()).isEqualTo("root");
    assertThat(upload.initiator().id()).isEqualTo("root");
    assertThat(upload.storageClassAsString()).isEqualTo("STANDARD");
    assertThat(upload.checksumAlgorithmAsString()).isEqualTo("SHA256");
    assertThat(upload.initiated()).isNotNull();
  }

  @Test
  default void pagesThroughParts() {
    // Given
    String bucket = freshBucket();
    String upload = initiate(bucket, "k");
    List.of(9, 1, 10000, 4, 2).forEach(n -> part(bucket, "k", upload, n, new byte[n % 7]));

    // When
    List<Integer> seen = new ArrayList<>();
    List<Integer> markers = new ArrayList<>();
    for (ListPartsResponse page :
        s3().listPartsPaginator(b -> b.bucket(bucket).key("k").uploadId(upload).maxParts(2))) {
      page.parts().stream().map(Part::partNumber).forEach(seen::add);
      markers.add(page.partNumberMarker());
    }

    // Then
    assertThat(seen).containsExactly(1, 2, 4, 9, 10000);
    assertThat(markers).containsExactly(0, 2, 9);
  }
}
