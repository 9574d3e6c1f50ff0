package dev.cairn.dialect.oss;

import dev.cairn.core.bucket.HeadBucket;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.model.Bucket;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;

/** What OSS tells of a bucket, in several documents. */
final class OssBucketCodecs {
  /** The only one that there is yet. */
  private static final String ACL = "private";

  private final Documents documents;
  private final OssLocations locations;

  OssBucketCodecs(Documents documents, OssLocations locations) {
    this.documents = documents;
    this.locations = locations;
  }

  /** GetBucketLocation. */
  Codec<HeadBucket, Bucket> location() {
    return new Reading(
        (bucket, head) -> documents.begin("LocationConstraint", head).text(locations.of(bucket)));
  }

  /** GetBucketAcl. */
  Codec<HeadBucket, Bucket> acl() {
    return new Reading(
        (bucket, head) -> {
          XmlWriter xml = documents.begin("AccessControlPolicy", head);
          documents.account(xml, "Owner", bucket.owner());
          return xml.start("AccessControlList").element("Grant", ACL).end();
        });
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
        .element("StorageClass", "Standard")
        .element("DataRedundancyType", "LRS");
    documents.account(xml, "Owner", bucket.owner());
    return xml.start("AccessControlList").element("Grant", ACL).end().end();
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
