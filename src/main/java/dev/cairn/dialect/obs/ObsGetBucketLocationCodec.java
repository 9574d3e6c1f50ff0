package dev.cairn.dialect.obs;

import dev.cairn.core.bucket.HeadBucket;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.dialect.family.codec.Regions;
import dev.cairn.model.Bucket;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.XmlWriter;

/** GetBucketLocation: the document that would make the bucket or, natively, its one element. */
final class ObsGetBucketLocationCodec implements Codec<HeadBucket, Bucket> {
  private final ObsForm form;
  private final Documents documents;
  private final Regions regions;

  ObsGetBucketLocationCodec(ObsForm form, Regions regions) {
    this.form = form;
    this.documents = new Documents(ObsVocabulary.of(form));
    this.regions = regions;
  }

  @Override
  public Decoded<HeadBucket> decode(RequestHead head) {
    return Decoded.of(new HeadBucket());
  }

  @Override
  public Answer encode(Bucket result, Exchange<HeadBucket> exchange) {
    String region = regions.of(result);
    XmlWriter xml =
        switch (form) {
          case S3 ->
              documents
                  .begin("CreateBucketConfiguration", exchange.head())
                  .element("LocationConstraint", region);
          case NATIVE -> documents.begin("Location", exchange.head()).text(region);
        };
    return Documents.answer(xml);
  }
}
