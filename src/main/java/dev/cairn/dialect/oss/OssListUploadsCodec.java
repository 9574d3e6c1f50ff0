package dev.cairn.dialect.oss;

import dev.cairn.core.multipart.ListMultipartUploads;
import dev.cairn.core.multipart.UploadCatalog.UploadListing;
import dev.cairn.core.multipart.UploadCatalog.UploadRange;
import dev.cairn.core.object.Listing;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.dialect.family.codec.KeyEncoding;
import dev.cairn.dialect.family.codec.ListMultipartUploadsCodec;
import dev.cairn.model.Upload;
import dev.cairn.model.UploadId;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;

/** ListMultipartUploads: asked for as everywhere, and answered in OSS's order. */
final class OssListUploadsCodec implements Codec<ListMultipartUploads, UploadListing> {
  private final ListMultipartUploadsCodec asked;
  private final Documents documents;
  private final OssPages pages;

  OssListUploadsCodec(Vocabulary words) {
    this.asked = new ListMultipartUploadsCodec(words);
    this.documents = new Documents(words);
    this.pages = new OssPages(words.limits());
  }

  @Override
  public Decoded<ListMultipartUploads> decode(RequestHead head) {
    pages.size(head, "max-uploads");
    return asked.decode(head);
  }

  @Override
  public Answer encode(UploadListing result, Exchange<ListMultipartUploads> exchange) {
    KeyEncoding keys = KeyEncoding.read(exchange.head());
    UploadRange range = exchange.input().range();
    Listing<Upload> page = result.page();
    XmlWriter xml = documents.begin("ListMultipartUploadsResult", exchange.head());
    keys.say(xml);
    xml.element("Bucket", exchange.call().inBucket().name().value());
    keys.element(xml, "KeyMarker", range.keyMarker());
    xml.element("UploadIdMarker", range.uploadIdMarker().map(UploadId::toString).orElse(""));
    keys.element(xml, "NextKeyMarker", page.truncated() ? page.last() : "");
    xml.element(
        "NextUploadIdMarker",
        page.truncated() ? result.lastUploadId().map(UploadId::toString).orElse("") : "");
    keys.element(xml, "Delimiter", range.delimiter());
    keys.element(xml, "Prefix", range.prefix());
    xml.element("MaxUploads", range.limit()).element("IsTruncated", page.truncated());
    for (Upload upload : page.items()) {
      xml.start("Upload");
      keys.element(xml, "Key", upload.key().value());
      xml.element("UploadId", upload.id().toString())
          .element("Initiated", IsoDates.format(upload.initiatedAt()))
          .end();
    }
    for (String prefix : page.commonPrefixes()) {
      xml.start("CommonPrefixes");
      keys.element(xml, "Prefix", prefix);
      xml.end();
    }
    return Documents.answer(xml);
  }
}
