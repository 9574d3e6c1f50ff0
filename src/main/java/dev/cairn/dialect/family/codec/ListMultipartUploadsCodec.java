package dev.cairn.dialect.family.codec;

import dev.cairn.core.multipart.ListMultipartUploads;
import dev.cairn.core.multipart.UploadCatalog.UploadListing;
import dev.cairn.core.multipart.UploadCatalog.UploadRange;
import dev.cairn.core.object.Listing;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Account;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.model.StorageClass;
import dev.cairn.model.Upload;
import dev.cairn.model.UploadId;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;
import java.util.Optional;

/** ListMultipartUploads. */
public final class ListMultipartUploadsCodec implements Codec<ListMultipartUploads, UploadListing> {
  private static final String UPLOAD_ID_MARKER = "upload-id-marker";

  private final Vocabulary words;
  private final Documents documents;

  public ListMultipartUploadsCodec(Vocabulary words) {
    this.words = words;
    this.documents = new Documents(words);
  }

  @Override
  public Decoded<ListMultipartUploads> decode(RequestHead head) {
    KeyEncoding.read(head);
    Parameters query = new Parameters(head.query());
    String keyMarker = query.text("key-marker");
    int limit =
        query.pageSize("max-uploads", words.limits().listDefault(), words.limits().listMaximum());
    return Decoded.of(
        new ListMultipartUploads(
            new UploadRange(
                query.text("prefix"),
                query.text("delimiter"),
                keyMarker,
                uploadIdMarker(query, keyMarker),
                limit)));
  }

  // Without a key marker, that of the upload is ignored: so the pages of all vendors have it.
  private static Optional<UploadId> uploadIdMarker(Parameters query, String keyMarker) {
    return query
        .findNonEmpty(UPLOAD_ID_MARKER)
        .filter(marker -> !keyMarker.isEmpty())
        .map(
            marker ->
                UploadId.parse(marker)
                    .orElseThrow(
                        () ->
                            new Failure.InvalidArgument(
                                    UPLOAD_ID_MARKER, marker, "Invalid uploadId marker")
                                .exception()));
  }

  @Override
  public Answer encode(UploadListing result, Exchange<ListMultipartUploads> exchange) {
    KeyEncoding keys = KeyEncoding.read(exchange.head());
    UploadRange range = exchange.input().range();
    Listing<Upload> page = result.page();
    XmlWriter xml =
        documents
            .begin("ListMultipartUploadsResult", exchange.head())
            .element("Bucket", exchange.call().inBucket().name().value());
    keys.element(xml, "KeyMarker", range.keyMarker());
    xml.element("UploadIdMarker", range.uploadIdMarker().map(UploadId::toString).orElse(""));
    if (page.truncated()) {
      keys.element(xml, "NextKeyMarker", page.last());
      xml.element("NextUploadIdMarker", result.lastUploadId().map(UploadId::toString).orElse(""));
    }
    keys.element(xml, "Prefix", range.prefix());
    if (!range.delimiter().isEmpty()) {
      keys.element(xml, "Delimiter", range.delimiter());
    }
    keys.say(xml);
    xml.element("MaxUploads", range.limit()).element("IsTruncated", page.truncated());
    Bucket bucket = exchange.call().inBucket();
    page.items().forEach(upload -> upload(xml, upload, keys, upload.owner(bucket)));
    ObjectListing.commonPrefixes(xml, page.commonPrefixes(), keys);
    return Documents.answer(xml);
  }

  private void upload(XmlWriter xml, Upload upload, KeyEncoding keys, Account owner) {
    xml.start("Upload");
    keys.element(xml, "Key", upload.key().value());
    xml.element("UploadId", upload.id().toString());
    documents.account(xml, "Initiator", upload.initiator());
    documents.account(xml, "Owner", owner);
    xml.element(
        "StorageClass",
        words
            .storageClasses()
            .nearest(upload.metadata().storageClass().orElse(StorageClass.STANDARD)));
    xml.element("Initiated", IsoDates.format(upload.initiatedAt()));
    UploadChecksum.write(upload, words, xml);
    xml.end();
  }
}
