package dev.cairn.acceptance.s3.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Both versions of the listing, and all that they can be asked. */
interface ListingBehaviour extends UsesS3 {
  private String bucketWith(String... keys) {
    String bucket = freshBucket();
    for (String key : keys) {
      put(bucket, key, new byte[0]);
    }
    return bucket;
  }

  @Test
  default void pagesWithMarkers() {
    // Given
    String bucket = bucketWith("a", "b/1", "b/2", "c", "d");

    // When
    ListObjectsResponse first = s3().listObjects(b -> b.bucket(bucket).delimiter("/").maxKeys(2));
    ListObjectsResponse second =
        s3().listObjects(b -> b.bucket(bucket).delimiter("/").marker(first.nextMarker()));

    // Then
    assertThat(first.contents()).extracting(S3Object::key).containsExactly("a");
    assertThat(first.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("b/");
    assertThat(first.isTruncated()).isTrue();
    assertThat(first.nextMarker()).isEqualTo("b/");
    assertThat(second.contents()).extracting(S3Object::key).containsExactly("c", "d");
    assertThat(second.isTruncated()).isFalse();
    assertThat(second.marker()).isEqualTo("b/");
  }

  @Test
  default void tellsANextMarkerOnlyWithADelimiter() {
    // Given
    String bucket = bucketWith("a", "b", "c");

    // When
    ListObjectsResponse page = s3().listObjects(b -> b.bucket(bucket).maxKeys(2));

    // Then
    assertThat(page.isTruncated()).isTrue();
    assertThat(page.nextMarker()).isNull();
    assertThat(page.name()).isEqualTo(bucket);
    assertThat(page.maxKeys()).isEqualTo(2);
  }

  @Test
  default void startsAfterAKeyThatNeedNotExist() {
    // Given
    String bucket = bucketWith("a", "b", "d");

    // When
    ListObjectsV2Response page = s3().listObjectsV2(b -> b.bucket(bucket).startAfter("c"));

    // Then
    assertThat(page.contents()).extracting(S3Object::key).containsExactly("d");
    assertThat(page.startAfter()).isEqualTo("c");
    assertThat(page.keyCount()).isEqualTo(1);
  }

  @Test
  default void tellsOwnersOnlyWhenAsked() {
    // Given
    String bucket = bucketWith("a");

    // When
    ListObjectsV2Response plain = s3().listObjectsV2(b -> b.bucket(bucket));
    ListObjectsV2Response owned = s3().listObjectsV2(b -> b.bucket(bucket).fetchOwner(true));
    ListObjectsResponse old = s3().listObjects(b -> b.bucket(bucket));

    // Then
    assertThat(plain.contents().getFirst().owner()).isNull();
    assertThat(owned.contents().getFirst().owner().id()).isEqualTo("root");
    assertThat(old.contents().getFirst().owner().id()).isEqualTo("root");
  }

  @Test
  default void countsCommonPrefixesAsKeys() {
    // Given
    String bucket = bucketWith("a/1", "b/1", "c/1", "d");

    // When
    List<String> seen = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (ListObjectsV2Response page :
        s3().listObjectsV2Paginator(b -> b.bucket(bucket).delimiter("/").maxKeys(2))) {
      page.commonPrefixes().forEach(p -> seen.add(p.prefix()));
      page.contents().forEach(o -> seen.add(o.key()));
      sizes.add(page.keyCount());
    }

    // Then
    assertThat(seen).containsExactly("a/", "b/", "c/", "d");
    assertThat(sizes).containsExactly(2, 2);
  }

  @Test
  default void zeroKeysAreNone() {
    // Given
    String bucket = bucketWith("a");

    // When
    ListObjectsV2Response page = s3().listObjectsV2(b -> b.bucket(bucket).maxKeys(0));

    // Then
    assertThat(page.contents()).isEmpty();
    assertThat(page.isTruncated()).isFalse();
  }

  @Test
  default void neverTellsMoreThanAThousand() {
    // Given
    String bucket = bucketWith("a");

    // When
    ListObjectsV2Response page = s3().listObjectsV2(b -> b.bucket(bucket).maxKeys(5000));

    // Then
    assertThat(page.maxKeys()).isEqualTo(1000);
  }

  @Test
  default void encodesWhatXmlCannotSay() {
    // Given
    String key = "a b+c\u0001/ü&<\uD83D\uDE00";
    String bucket = bucketWith(key);

    // When
    WireAnswer encoded = ask("GET", "/" + bucket + "?encoding-type=url&list-type=2&prefix=a%20b");
    WireAnswer plain = ask("GET", "/" + bucket + "?list-type=2");
    ListObjectsV2Response sdk = s3().listObjectsV2(b -> b.bucket(bucket).encodingType("url"));

    // Then
    assertThat(encoded.text())
        .contains("<Key>a+b%2Bc%01/%C3%BC%26%3C%F0%9F%98%80</Key>")
        .contains("<Prefix>a+b</Prefix>")
        .contains("<EncodingType>url</EncodingType>");
    assertThat(plain.text()).contains("&#x1;").doesNotContain("EncodingType");
    assertThat(sdk.contents().getFirst().key()).isEqualTo(key);
  }

  @Test
  default void aDelimiterMayBeLongerThanACharacter() {
    // Given
    String bucket = bucketWith("a--b--c", "a--b", "a-b");

    // When
    ListObjectsV2Response page = s3().listObjectsV2(b -> b.bucket(bucket).delimiter("--"));

    // Then
    assertThat(page.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("a--");
    assertThat(page.contents()).extracting(S3Object::key).containsExactly("a-b");
  }

  @Test
  default void hasTheNamespaceAndTheTimesOfS3() {
    // Given
    String bucket = bucketWith("a");

    // When
    WireAnswer answer = ask("GET", "/" + bucket);

    // Then
    assertThat(answer.document().getDocumentElement().getNamespaceURI())
        .isEqualTo("http://s3.amazonaws.com/doc/2006-03-01/");
    NodeList modified = answer.document().getElementsByTagName("LastModified");
    assertThat(modified.item(0).getTextContent())
        .matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  }

  @Test
  default void deletesAThousandAtOnceQuietly() {
    // Given
    String bucket = bucketWith("0", "500", "999", "stays");
    var keys =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    software.amazon.awssdk.services.s3.model.ObjectIdentifier.builder()
                        .key(Integer.toString(i))
                        .build())
            .toList();

    // When
    var quiet = s3().deleteObjects(b -> b.bucket(bucket).delete(d -> d.objects(keys).quiet(true)));
    var loud = s3().deleteObjects(b -> b.bucket(bucket).delete(d -> d.objects(keys)));

    // Then
    assertThat(quiet.deleted()).isEmpty();
    assertThat(quiet.errors()).isEmpty();
    assertThat(loud.deleted()).hasSize(1000);
    assertThat(s3().listObjectsV2(b -> b.bucket(bucket)).contents())
        .extracting(S3Object::key)
        .containsExactly("stays");
  }
}
