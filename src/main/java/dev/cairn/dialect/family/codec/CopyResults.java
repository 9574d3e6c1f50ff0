package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.CopyResult;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;

/** The document that answers a copy, of an object or to a part. */
final class CopyResults {
  private final Vocabulary words;
  private final Documents documents;
  private final ChecksumHeaders checksums;
  private final DigestHeaders digests;

  CopyResults(Vocabulary words) {
    this.words = words;
    this.documents = new Documents(words);
    this.checksums = new ChecksumHeaders(words);
    this.digests = new DigestHeaders(words);
  }

  Answer ofObject(CopyResult result, RequestHead head) {
    XmlWriter xml = begin("CopyObjectResult", result, head);
    checksums.writeWithType(result.checksums(), xml);
    return answer(xml, result);
  }

  Answer ofPart(CopyResult result, RequestHead head) {
    XmlWriter xml = begin("CopyPartResult", result, head);
    checksums.write(result.checksums(), xml);
    return answer(xml, result);
  }

  private Answer answer(XmlWriter xml, CopyResult result) {
    Headers.Builder headers = Headers.builder();
    digests.write(result.checksums(), headers);
    return Documents.answer(xml, headers.build());
  }

  private XmlWriter begin(String root, CopyResult result, RequestHead head) {
    return documents
        .begin(root, head)
        .element("LastModified", IsoDates.format(result.lastModified()))
        .element("ETag", words.eTags().xml(result.eTag()));
  }
}
