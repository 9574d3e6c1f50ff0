package dev.cairn.acceptance.properties;

import static dev.cairn.acceptance.properties.UsesVendors.assertObs;
import static dev.cairn.acceptance.properties.UsesVendors.assertOss;
import static dev.cairn.acceptance.properties.UsesVendors.assertS3;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.oss.model.ObjectMetadata;
import com.aliyun.oss.model.TagSet;
import com.obs.services.model.BucketTagInfo;
import com.obs.services.model.ObjectTagResult;
import com.obs.services.model.ObjectTaggingRequest;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** Tags of objects: by header, by document, copied, counted. */
interface TaggingBehaviour extends UsesVendors {
  private Map<String, String> tags(S3Client client, String bucket, String key) {
    return client.getObjectTagging(b -> b.bucket(bucket).key(key)).tagSet().stream()
        .collect(Collectors.toMap(Tag::key, Tag::value));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private ObjectTaggingRequest obsTags(String bucket, String key, Map<String, String> tags) {
    BucketTagInfo.TagSet set = new BucketTagInfo.TagSet();
    tags.forEach(set::addTag);
    return new ObjectTaggingRequest(bucket, key, null, new ObjectTagResult(set));
  }

  private Map<String, String> obsTags(String bucket, String key) {
    Map<String, String> tags = new HashMap<>();
    obs()
        .getObjectTagging(new ObjectTaggingRequest(bucket, key, null, null))
        .getTagSet()
        .getTags()
        .forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
    return tags;
  }

  @Test
  default void everybodyReadsTagsOfAHeader() {
    // Given
    String bucket = freshBucket();

    // When
    s3().putObject(
            b -> b.bucket(bucket).key("k").tagging("a=1&b%20c=d%2Fe"),
            RequestBody.fromString("hello"));

    // Then
    Map<String, String> expected = Map.of("a", "1", "b c", "d/e");
    assertThat(tags(s3(), bucket, "k")).isEqualTo(expected);
    assertThat(tags(s2(), bucket, "k")).isEqualTo(expected);
    assertThat(oss().getObjectTagging(bucket, "k").getAllTags()).isEqualTo(expected);
    assertThat(obsTags(bucket, "k")).isEqualTo(expected);
    assertThat(s3().getObject(b -> b.bucket(bucket).key("k")).response().tagCount()).isEqualTo(2);
    assertThat(oss().getObjectMetadata(bucket, "k").getRawMetadata())
        .containsEntry("x-oss-tagging-count", "2");
    assertThat(obs().getObjectMetadata(bucket, "k").getResponseHeaders())
        .containsEntry("tagging-count", "2");
  }

  @Test
  default void replacesAndDeletesTagsInEachDialect() {
    // Given
    String bucket = freshBucket();
    put(bucket, "k");
    assertThat(tags(s3(), bucket, "k")).isEmpty();
    assertThat(oss().getObjectTagging(bucket, "k").getAllTags()).isEmpty();
    assertObs(() -> obsTags(bucket, "k"), 404, "NoSuchTagSet");

    // When / Then
    s3().putObjectTagging(
            b -> b.bucket(bucket).key("k").tagging(t -> t.tagSet(tag("x", "s3"), tag("y", ""))));
    assertThat(obsTags(bucket, "k")).isEqualTo(Map.of("x", "s3", "y", ""));

    obs().setObjectTagging(obsTags(bucket, "k", Map.of("x", "obs")));
    assertThat(oss().getObjectTagging(bucket, "k").getAllTags()).isEqualTo(Map.of("x", "obs"));

    oss().setObjectTagging(bucket, "k", new TagSet(Map.of("x", "oss")));
    assertThat(tags(s2(), bucket, "k")).isEqualTo(Map.of("x", "oss"));

    s2().putObjectTagging(b -> b.bucket(bucket).key("k").tagging(t -> t.tagSet(tag("x", "s2"))));
    assertThat(tags(s3(), bucket, "k")).isEqualTo(Map.of("x", "s2"));

    obs().deleteObjectTagging(new ObjectTaggingRequest(bucket, "k", null, null));
    assertThat(tags(s3(), bucket, "k")).isEmpty();
    oss().deleteObjectTagging(bucket, "k");
    s3().deleteObjectTagging(b -> b.bucket(bucket).key("k"));
    assertThat(s3().headObject(b -> b.bucket(bucket).key("k")).tagCount()).isNull();
  }

  @Test
  default void copiesTagsUnlessToldOtherwise() {
    // Given
    String bucket = freshBucket();
    ObjectMetadata metadata = new ObjectMetadata();
    metadata.setObjectTagging(Map.of("a", "1"));
    oss().putObject(bucket, "k", new ByteArrayInputStream(new byte[5]), metadata);

    // When
    oss().copyObject(bucket, "k", bucket, "copied");
    s3().copyObject(
            b ->
                b.sourceBucket(bucket)
                    .sourceKey("k")
                    .destinationBucket(bucket)
                    .destinationKey("replaced")
                    .taggingDirective(TaggingDirective.REPLACE)
                    .tagging("b=2"));

    // Then
    assertThat(tags(s3(), bucket, "copied")).isEqualTo(Map.of("a", "1"));
    assertThat(tags(s3(), bucket, "replaced")).isEqualTo(Map.of("b", "2"));
    assertThat(tags(s3(), bucket, "k")).isEqualTo(Map.of("a", "1"));
  }

  @Test
  default void tagsOfAnUploadAreItsObjects() {
    // Given
    String bucket = freshBucket();
    String upload =
        s3().createMultipartUpload(b -> b.bucket(bucket).key("k").tagging("a=1")).uploadId();
    String eTag =
        s3().uploadPart(
                b -> b.bucket(bucket).key("k").uploadId(upload).partNumber(1),
                RequestBody.fromString("hello"))
            .eTag();

    // When
    s3().completeMultipartUpload(
            b ->
                b.bucket(bucket)
                    .key("k")
                    .uploadId(upload)
                    .multipartUpload(m -> m.parts(p -> p.partNumber(1).eTag(eTag))));

    // Then
    assertThat(tags(s3(), bucket, "k")).isEqualTo(Map.of("a", "1"));
  }

  @Test
  default void refusesTagsInEachVendorsWords() {
    // Given
    String bucket = freshBucket();
    put(bucket, "k");

    // When / Then
    assertS3(
        () ->
            s3().putObjectTagging(
                    b -> b.bucket(bucket).key("k").tagging(t -> t.tagSet(tag("aws:a", "1")))),
        400,
        "InvalidTag");
    assertS3(
        () ->
            s3().putObjectTagging(
                    b ->
                        b.bucket(bucket)
                            .key("k")
                            .tagging(t -> t.tagSet(tag("a", "1"), tag("a", "2")))),
        400,
        "InvalidTag");
    assertS3(() -> tags(s3(), bucket, "missing"), 404, "NoSuchKey");
    assertObs(
        () -> obs().setObjectTagging(obsTags(bucket, "k", Map.of("a*", "1"))), 400, "InvalidTag");
    assertOss(() -> oss().getObjectTagging(bucket, "missing"), "NoSuchKey");
    assertThat(tags(s3(), bucket, "k")).isEmpty();
  }
}
