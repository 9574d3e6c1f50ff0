package dev.cairn.dialect.family.codec;

import dev.cairn.core.multipart.ListParts;
import dev.cairn.core.multipart.ListPartsResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Part;
import dev.cairn.model.StorageClass;
import dev.cairn.model.Upload;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;

/** ListParts. */
public final class ListPartsCodec implements Codec<ListParts, ListPartsResult> {
  private final Vocabulary words;
  private final Documents documents;
  private final ChecksumHeaders checksums;

  public ListPartsCodec(Vocabulary words) {
    this.words = words;
    this.documents = new Documents(words);
    this.checksums = new ChecksumHeaders(words);
  }

  @Override
  public Decoded<ListParts> decode(RequestHead head) {
    Parameters query = new Parameters(head.query());
    return Decoded.of(
        new ListParts(
            ObjectKeys.of(head),
            query.text("uploadId"),
            query.number("part-number-marker", 0),
            query.pageSize(
                "max-parts", words.limits().listDefault(), words.limits().listMaximum())));
  }

  @Override
  public Answer encode(ListPartsResult result, Exchange<ListParts> exchange) {
    ListParts input = exchange.input();
    Upload upload = result.upload();
    XmlWriter xml =
        documents
            .begin("ListPartsResult", exchange.head())
            .element("Bucket", exchange.call().inBucket().name().value())
            .element("Key", upload.key().value())
            .element("UploadId", upload.id().toString());
    documents.account(xml, "Initiator", upload.initiator());
    documents.account(xml, "Owner", upload.owner(exchange.call().inBucket()));
    xml.element("StorageClass", storageClass(upload));
    int last = result.parts().isEmpty() ? input.after() : result.parts().getLast().number();
    xml.element("PartNumberMarker", input.after())
        .element("NextPartNumberMarker", last)
        .element("MaxParts", input.limit())
        .element("IsTruncated", result.truncated() && input.limit() > 0);
    UploadChecksum.write(upload, words, xml);
    result.parts().forEach(part -> part(xml, part));
    return Documents.answer(xml);
  }

  private String storageClass(Upload upload) {
    return words
        .storageClasses()
        .nearest(upload.metadata().storageClass().orElse(StorageClass.STANDARD));
  }

  private void part(XmlWriter xml, Part part) {
    xml.start("Part")
        .element("PartNumber", part.number())
        .element("LastModified", IsoDates.format(part.lastModified()))
        .element("ETag", words.eTags().xml(part.eTag()))
        .element("Size", part.size());
    checksums.write(part.checksums(), xml);
    xml.end();
  }
}
