package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectResult;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;

/** PutObject. */
public final class PutObjectCodec implements Codec<PutObject, PutObjectResult> {
  private final Vocabulary words;
  private final MetadataHeaders metadata;
  private final WriteConditions conditions;
  private final BodyDigests digests;
  private final ChecksumHeaders checksums;
  private final DigestHeaders answered;
  private final ObjectData data;

  public PutObjectCodec(Vocabulary words) {
    this(words, new Conditions(words)::ofWrite);
  }

  /**
   * @param conditions the vendor's own
   */
  public PutObjectCodec(Vocabulary words, WriteConditions conditions) {
    this.words = words;
    this.metadata = new MetadataHeaders(words);
    this.conditions = conditions;
    this.digests = new BodyDigests(words);
    this.checksums = new ChecksumHeaders(words);
    this.answered = new DigestHeaders(words);
    this.data = new ObjectData(words);
  }

  @Override
  public Decoded<PutObject> decode(RequestHead head) {
    ObjectKey key = ObjectKeys.writable(head, words);
    ObjectMetadata described = metadata.read(head.headers());
    WriteCondition condition = conditions.read(head.headers());
    BodyDigests.Announced announced = digests.read(head.headers());
    return data.await(
        head,
        announced.claims(),
        body ->
            new PutObject(
                key, described, condition, announced.withAnswered(words.answered()), body));
  }

  @Override
  public Answer encode(PutObjectResult result, Exchange<PutObject> exchange) {
    Headers.Builder headers = Headers.builder().add("ETag", words.eTags().header(result.eTag()));
    checksums.writeWithType(result.checksums(), headers);
    answered.writeMd5(result.eTag(), headers);
    answered.write(result.checksums(), headers);
    return Answer.empty(200, headers.build());
  }
}
