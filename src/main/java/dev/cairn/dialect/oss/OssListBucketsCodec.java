package dev.cairn.dialect.oss;

import dev.cairn.core.bucket.ListBuckets;
import dev.cairn.core.bucket.ListBucketsResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.StorageClassWords;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.dialect.family.codec.Parameters;
import dev.cairn.model.Bucket;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;

/** ListBuckets: pages by marker, and each bucket with the way to it. */
final class OssListBucketsCodec implements Codec<ListBuckets, ListBucketsResult> {
  private final Documents documents;
  private final OssLocations locations;
  private final OssPages pages;
  private final StorageClassWords words;

  OssListBucketsCodec(
      Documents documents, OssLocations locations, OssPages pages, StorageClassWords words) {
    this.words = words;
    this.documents = documents;
    this.locations = locations;
    this.pages = pages;
  }

  @Override
  public Decoded<ListBuckets> decode(RequestHead head) {
    Parameters query = new Parameters(head.query());
    return Decoded.of(
        new ListBuckets(query.text("prefix"), query.text("marker"), pages.size(head, "max-keys")));
  }

  @Override
  public Answer encode(ListBucketsResult result, Exchange<ListBuckets> exchange) {
    XmlWriter xml = documents.begin("ListAllMyBucketsResult", exchange.head());
    if (result.truncated()) {
      ListBuckets input = exchange.input();
      xml.element("Prefix", input.prefix())
          .element("Marker", input.after())
          .element("MaxKeys", input.limit())
          .element("IsTruncated", true)
          .element("NextMarker", result.buckets().getLast().name().value());
    }
    documents.account(xml, "Owner", result.owner());
    xml.start("Buckets");
    for (Bucket bucket : result.buckets()) {
      xml.start("Bucket").element("CreationDate", IsoDates.format(bucket.createdAt()));
      locations.write(xml, bucket, exchange.head());
      xml.element("Name", bucket.name().value())
          .element("Region", locations.regions().of(bucket))
          .element("StorageClass", words.nearest(bucket.defaultStorageClass()))
          .end();
    }
    return Documents.answer(xml.end());
  }
}
