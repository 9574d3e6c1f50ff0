package dev.cairn.dialect.family.codec;

import dev.cairn.core.bucket.HeadBucket;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Bucket;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;

/** HeadBucket. */
public final class HeadBucketCodec implements Codec<HeadBucket, Bucket> {
  private final Vocabulary words;
  private final Regions regions;

  public HeadBucketCodec(Vocabulary words, Regions regions) {
    this.words = words;
    this.regions = regions;
  }

  @Override
  public Decoded<HeadBucket> decode(RequestHead head) {
    return Decoded.of(new HeadBucket());
  }

  @Override
  public Answer encode(Bucket result, Exchange<HeadBucket> exchange) {
    return Answer.empty(
        200,
        Headers.builder()
            .add("Content-Type", "application/xml")
            .add(words.header("bucket-region"), regions.of(result))
            .build());
  }
}
