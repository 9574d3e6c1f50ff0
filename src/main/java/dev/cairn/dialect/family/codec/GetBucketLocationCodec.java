package dev.cairn.dialect.family.codec;

import dev.cairn.core.bucket.HeadBucket;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.model.Bucket;
import dev.cairn.protocol.Answer;

/** GetBucketLocation: the region is the text of the root, and empty for the first region. */
public final class GetBucketLocationCodec implements Codec<HeadBucket, Bucket> {
  private final Documents documents;
  private final Regions regions;

  public GetBucketLocationCodec(Documents documents, Regions regions) {
    this.documents = documents;
    this.regions = regions;
  }

  @Override
  public Decoded<HeadBucket> decode(RequestHead head) {
    return Decoded.of(new HeadBucket());
  }

  @Override
  public Answer encode(Bucket result, Exchange<HeadBucket> exchange) {
    String region = regions.of(result);
    return Documents.answer(
        documents
            .begin("LocationConstraint", exchange.head())
            .text(region.equals(Regions.FIRST) ? "" : region));
  }
}
