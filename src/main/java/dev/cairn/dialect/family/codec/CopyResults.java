package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.CopyResult;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;

/** The document that answers a copy, of an object or to a part. */
final class CopyResults {
  private final Vocabulary words;
  private final Documents documents;
  private final ChecksumHeaders checksums;

  CopyResults(Vocabulary words) {
    this.words = words;
    this.documents = new Documents(words);
    this.checksums = new ChecksumHeaders(words);
  }

  Answer ofObject(CopyResult result) {
    XmlWriter xml = begin("CopyObjectResult", result);
    checksums.writeWithType(result.checksums(), xml);
    return Documents.answer(xml);
  }

  Answer ofPart(CopyResult result) {
    XmlWriter xml = begin("CopyPartResult", result);
    checksums.write(result.checksums(), xml);
    return Documents.answer(xml);
  }

  private XmlWriter begin(String root, CopyResult result) {
    return documents
        .begin(root)
        .element("LastModified", IsoDates.format(result.lastModified()))
        .element("ETag", words.eTags().xml(result.eTag()));
  }
}
