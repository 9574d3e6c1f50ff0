package dev.cairn.dialect.obs;

import dev.cairn.core.bucket.PutBucketStorageClass;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.DocumentClaims;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlReader;

/** Sets the class of a bucket's objects: by {@code ?storagePolicy} or natively, in fewer words. */
final class ObsPutBucketStorageClassCodec implements Codec<PutBucketStorageClass, Void> {
  private static final int MAXIMUM_BYTES = 64 * 1024;

  private final Vocabulary words;
  private final DocumentClaims claims;

  ObsPutBucketStorageClassCodec(Vocabulary words) {
    this.words = words;
    this.claims = new DocumentClaims(words);
  }

  @Override
  public Decoded<PutBucketStorageClass> decode(RequestHead head) {
    boolean fewWords = head.query().has(ObsOperationRows.STORAGE_CLASS);
    return Decoded.awaiting(
        new Decoded.Rest.Document<>(
            MAXIMUM_BYTES, claims.of(head.headers()), document -> input(document, fewWords)));
  }

  private PutBucketStorageClass input(byte[] document, boolean fewWords) {
    if (document.length == 0) {
      throw new Failure.MissingBody().exception();
    }
    String word =
        fewWords
            ? XmlReader.parse(document, "StorageClass", XmlReader::text)
            : XmlReader.parse(document, "StoragePolicy", ObsPutBucketStorageClassCodec::policy);
    return words
        .storageClasses()
        .parse(word.strip())
        .map(PutBucketStorageClass::new)
        .orElseThrow(() -> new Failure.InvalidStorageClass(word.strip()).exception());
  }

  private static String policy(XmlReader xml) {
    String word = null;
    while (xml.next()) {
      if (word != null || !xml.name().equals("DefaultStorageClass")) {
        throw xml.malformed("StoragePolicy has one DefaultStorageClass and nothing else");
      }
      word = xml.text();
    }
    if (word == null) {
      throw xml.malformed("StoragePolicy without a DefaultStorageClass");
    }
    return word;
  }

  @Override
  public Answer encode(Void result, Exchange<PutBucketStorageClass> exchange) {
    return Answer.empty(200, Headers.NONE);
  }
}
