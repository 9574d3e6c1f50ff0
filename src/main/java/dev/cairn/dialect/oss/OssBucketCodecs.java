package dev.cairn.dialect.oss;

import dev.cairn.core.bucket.HeadBucket;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.StorageClassWords;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.model.Bucket;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;

/** What OSS tells of a bucket, in several documents. */
final class OssBucketCodecs {
  private final Documents documents;
  private final OssLocations locations;
  private final StorageClassWords words;

  OssBucketCodecs(Documents documents, OssLocations locations, StorageClassWords words) {
    this.words = words;
    this.documents = documents;
    this.locations = locations;
  }

  /** GetBucketLocation. */
  Codec<HeadBucket, Bucket> location() {
    return new Reading(
        (bucket, head) -> documents.begin("LocationConstraint", head).text(locations.of(bucket)));
  }

  /** GetBucketInfo. */
  Codec<HeadBucket, Bucket> info() {
    return new Reading(this::writeInfo);
  }

  private XmlWriter writeInfo(Bucket bucket, RequestHead head) {
    XmlWriter xml = documents.begin("BucketInfo", head).start("Bucket");
    xml.element("CreationDate", IsoDates.format(bucket.createdAt()));
    locations.write(xml, bucket, head);
    xml.element("Name", bucket.name().value())
        .element("StorageClass", words.nearest(bucket.defaultStorageClass()))
        .element("DataRedundancyType", "LRS");
    documents.account(xml, "Owner", bucket.owner());
    return xml.start("AccessControlList").element("Grant", acl(bucket)).end().end();
  }

  private static String acl(Bucket bucket) {
    return OssAclForm.nearest(bucket.acl().grants(bucket.owner().id(), bucket.owner().id()));
  }

  /** Writes a bucket as one document. */
  @FunctionalInterface
  private interface Form {
    XmlWriter write(Bucket bucket, RequestHead head);
  }

  private record Reading(Form form) implements Codec<HeadBucket, Bucket> {
    @Override
    public Decoded<HeadBucket> decode(RequestHead head) {
      return Decoded.of(new HeadBucket());
    }

    @Override
    public Answer encode(Bucket bucket, Exchange<HeadBucket> exchange) {
      return Documents.answer(form.write(bucket, exchange.head()));
    }
  }
}
