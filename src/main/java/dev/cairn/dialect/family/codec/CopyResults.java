package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.CopyResult;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlWriter;

/** The document that answers a copy, of an object or to a part. */
final class CopyResults {
  private final Vocabulary words;
  private final Documents documents;
  private final ChecksumHeaders checksums;
  private final DigestHeaders digests;
  private final CopyResultStyle style;

  CopyResults(Vocabulary words, CopyResultStyle style) {
    this.words = words;
    this.style = style;
    this.documents = new Documents(words);
    this.checksums = new ChecksumHeaders(words);
    this.digests = new DigestHeaders(words);
  }

  Answer ofObject(CopyResult result, RequestHead head) {
    XmlWriter xml = begin("CopyObjectResult", result, head);
    checksums.writeWithType(result.checksums(), xml);
    return Documents.answer(xml, digestsOf(result).build());
  }

  Answer ofPart(CopyResult result, RequestHead head) {
    XmlWriter xml = begin(style.partRoot(), result, head);
    checksums.write(result.checksums(), xml);
    Headers.Builder headers = digestsOf(result);
    if (style.eTagHeader()) {
      headers.add("ETag", words.eTags().header(result.eTag()));
    }
    return Documents.answer(xml, headers.build());
  }

  private Headers.Builder digestsOf(CopyResult result) {
    Headers.Builder headers = Headers.builder();
    digests.write(result.checksums(), headers);
    return headers;
  }

  private XmlWriter begin(String root, CopyResult result, RequestHead head) {
    String eTag = words.eTags().xml(result.eTag());
    return documents
        .begin(root, head)
        .element("LastModified", style.dates().apply(result.lastModified(), head))
        .element("ETag", style.quotedETag() ? eTag : eTag.replace("\"", ""));
  }
}
