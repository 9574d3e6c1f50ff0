package dev.cairn.dialect.obs;

import dev.cairn.core.bucket.HeadBucket;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.model.Bucket;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.XmlWriter;

/** The class of a bucket's objects: by {@code ?storagePolicy} or natively, in fewer words. */
final class ObsGetBucketStorageClassCodec implements Codec<HeadBucket, Bucket> {
  private final Vocabulary words;
  private final Documents documents;

  ObsGetBucketStorageClassCodec(Vocabulary words) {
    this.words = words;
    this.documents = new Documents(words);
  }

  @Override
  public Decoded<HeadBucket> decode(RequestHead head) {
    return Decoded.of(new HeadBucket());
  }

  @Override
  public Answer encode(Bucket bucket, Exchange<HeadBucket> exchange) {
    String word = words.storageClasses().nearest(bucket.defaultStorageClass());
    XmlWriter xml =
        exchange.head().query().has(ObsOperationRows.STORAGE_CLASS)
            ? documents.begin("StorageClass", exchange.head()).text(word)
            : documents
                .begin("StoragePolicy", exchange.head())
                .element("DefaultStorageClass", word);
    return Documents.answer(xml);
  }
}
