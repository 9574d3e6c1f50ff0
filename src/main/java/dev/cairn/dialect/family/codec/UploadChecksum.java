package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Upload;
import dev.cairn.protocol.XmlWriter;

/** Writes what an upload's checksum will be. */
final class UploadChecksum {
  private UploadChecksum() {}

  static void write(Upload upload, Vocabulary words, XmlWriter xml) {
    upload
        .checksum()
        .ifPresent(
            plan ->
                words
                    .checksums()
                    .find(plan.algorithm())
                    .ifPresent(
                        word ->
                            xml.element("ChecksumAlgorithm", word.text())
                                .element("ChecksumType", plan.type().name())));
  }
}
