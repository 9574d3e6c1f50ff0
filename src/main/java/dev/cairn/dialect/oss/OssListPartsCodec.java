package dev.cairn.dialect.oss;

import dev.cairn.core.multipart.ListParts;
import dev.cairn.core.multipart.ListPartsResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.dialect.family.codec.KeyEncoding;
import dev.cairn.dialect.family.codec.ObjectKeys;
import dev.cairn.dialect.family.codec.Parameters;
import dev.cairn.model.Part;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;

/** ListParts: it names nobody. */
final class OssListPartsCodec implements Codec<ListParts, ListPartsResult> {
  private final Vocabulary words;
  private final Documents documents;
  private final OssPages pages;

  OssListPartsCodec(Vocabulary words) {
    this.words = words;
    this.documents = new Documents(words);
    this.pages = new OssPages(words.limits());
  }

  @Override
  public Decoded<ListParts> decode(RequestHead head) {
    KeyEncoding.read(head);
    Parameters query = new Parameters(head.query());
    return Decoded.of(
        new ListParts(
            ObjectKeys.of(head),
            query.text("uploadId"),
            query.number("part-number-marker", 0),
            pages.size(head, "max-parts")));
  }

  @Override
  public Answer encode(ListPartsResult result, Exchange<ListParts> exchange) {
    ListParts input = exchange.input();
    KeyEncoding keys = KeyEncoding.read(exchange.head());
    XmlWriter xml = documents.begin("ListPartsResult", exchange.head());
    keys.say(xml);
    xml.element("Bucket", exchange.call().inBucket().name().value());
    keys.element(xml, "Key", result.upload().key().value());
    int last = result.parts().isEmpty() ? input.after() : result.parts().getLast().number();
    xml.element("UploadId", result.upload().id().toString())
        .element("PartNumberMarker", input.after())
        .element("NextPartNumberMarker", last)
        .element("MaxParts", input.limit())
        .element("IsTruncated", result.truncated());
    result.parts().forEach(part -> part(xml, part));
    return Documents.answer(xml);
  }

  private void part(XmlWriter xml, Part part) {
    xml.start("Part")
        .element("PartNumber", part.number())
        .element("LastModified", IsoDates.format(part.lastModified()))
        .element("ETag", words.eTags().xml(part.eTag()))
        .element("Size", part.size())
        .end();
  }
}
