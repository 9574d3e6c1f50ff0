package dev.cairn.acceptance.s3.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Bucket;

/** Buckets: where they are, made twice, and listed in pages. */
interface BucketBehaviourOfS3 extends UsesS3 {
  String ELSEWHERE =
      """
      <CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
        <LocationConstraint>eu-west-1</LocationConstraint>
      </CreateBucketConfiguration>
      """;

  @Test
  default void aBucketIsWhereItWasMade() {
    // Given
    String bucket = "s3-" + UUID.randomUUID();
    assertThat(ask(request("PUT", "/" + bucket).body(ELSEWHERE)).status()).isEqualTo(200);

    // When
    WireAnswer location = ask("GET", "/" + bucket + "?location");
    WireAnswer head = ask("HEAD", "/" + bucket);

    // Then
    assertThat(location.document().getDocumentElement().getNodeName())
        .isEqualTo("LocationConstraint");
    assertThat(location.document().getDocumentElement().getTextContent()).isEqualTo("eu-west-1");
    assertThat(head.header("x-amz-bucket-region")).contains("eu-west-1");
  }

  @Test
  default void aBucketOfTheFirstRegionHasNoConstraint() {
    // Given
    String bucket = freshBucket();

    // When
    String location = s3().getBucketLocation(b -> b.bucket(bucket)).locationConstraintAsString();

    // Then
    assertThat(location).isNullOrEmpty();
  }

  @Test
  default void aBucketMadeTwiceIsRefusedOutsideTheFirstRegion() {
    // Given
    String bucket = "s3-" + UUID.randomUUID();
    WireRequest make = request("PUT", "/" + bucket);
    assertThat(ask(make.body(ELSEWHERE)).status()).isEqualTo(200);

    // When
    WireAnswer again = ask(make.body(ELSEWHERE));

    // Then
    UsesWire.refusal(again, 409, "BucketAlreadyOwnedByYou");
  }

  @Test
  default void aBucketOfTheFirstRegionMayBeMadeTwice() {
    // Given
    String bucket = freshBucket();

    // When
    WireAnswer again = ask("PUT", "/" + bucket);

    // Then
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Location")).contains("/" + bucket);
  }

  @Test
  default void listsBucketsInPages() {
    // Given
    String prefix = "page-" + UUID.randomUUID().toString().substring(0, 8);
    IntStream.range(0, 5).forEach(i -> s3().createBucket(b -> b.bucket(prefix + "-" + i)));

    // When
    var names =
        s3().listBucketsPaginator(b -> b.prefix(prefix).maxBuckets(2)).buckets().stream()
            .map(Bucket::name)
            .toList();

    // Then
    assertThat(names)
        .containsExactly(prefix + "-0", prefix + "-1", prefix + "-2", prefix + "-3", prefix + "-4");
  }
}
