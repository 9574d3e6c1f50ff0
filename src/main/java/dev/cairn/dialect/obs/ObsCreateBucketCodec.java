package dev.cairn.dialect.obs;

import dev.cairn.core.bucket.CreateBucket;
import dev.cairn.core.bucket.CreateBucketResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.CreateBucketCodec;
import dev.cairn.dialect.family.codec.Regions;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import java.util.Set;

/** CreateBucket: an owner may make a bucket again, in the region where it is. */
final class ObsCreateBucketCodec implements Codec<CreateBucket, CreateBucketResult> {
  private final CreateBucketCodec codec;
  private final Regions regions;

  ObsCreateBucketCodec(Vocabulary words, Regions regions) {
    this.regions = regions;
    // Each form has its element, and the vendor's tools mix them up.
    this.codec =
        new CreateBucketCodec(
            words,
            regions,
            ObsBucketNames::allow,
            bucket -> true,
            Set.of("LocationConstraint", "Location"));
  }

  @Override
  public Decoded<CreateBucket> decode(RequestHead head) {
    return codec.decode(head);
  }

  @Override
  public Answer encode(CreateBucketResult result, Exchange<CreateBucket> exchange) {
    String asked = exchange.input().settings().region();
    if (!result.created() && !asked.isEmpty() && !asked.equals(regions.of(result.bucket()))) {
      throw new Failure.BucketAlreadyOwnedByYou(result.bucket().name()).exception();
    }
    return codec.encode(result, exchange);
  }
}
