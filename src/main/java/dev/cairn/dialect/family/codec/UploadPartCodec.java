package dev.cairn.dialect.family.codec;

import dev.cairn.core.multipart.UploadPart;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Part;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;

/** UploadPart. User metadata on a part is ignored, as the vendors do: it belongs to the upload. */
public final class UploadPartCodec implements Codec<UploadPart, Part> {
  private final Vocabulary words;
  private final Conditions conditions;
  private final BodyDigests digests;
  private final ChecksumHeaders checksums;
  private final DigestHeaders answered;
  private final ObjectData data;

  public UploadPartCodec(Vocabulary words) {
    this.words = words;
    this.conditions = new Conditions(words);
    this.digests = new BodyDigests(words);
    this.checksums = new ChecksumHeaders(words);
    this.answered = new DigestHeaders(words);
    this.data = new ObjectData(words);
  }

  @Override
  public Decoded<UploadPart> decode(RequestHead head) {
    Parameters query = new Parameters(head.query());
    int number = query.partNumber(words.limits().partNumbers());
    String uploadId = query.text("uploadId");
    ObjectKey key = ObjectKeys.of(head);
    conditions.refuseAll(head.headers());
    BodyDigests.Announced announced = digests.read(head.headers());
    return data.await(
        head,
        announced.claims(),
        body ->
            new UploadPart(
                key, uploadId, number, announced.wanted(), words.answered().algorithms(), body));
  }

  @Override
  public Answer encode(Part result, Exchange<UploadPart> exchange) {
    Headers.Builder headers = Headers.builder().add("ETag", words.eTags().header(result.eTag()));
    checksums.write(result.checksums(), headers);
    answered.writeMd5(result.eTag(), headers);
    answered.write(result.checksums(), headers);
    return Answer.empty(200, headers.build());
  }
}
