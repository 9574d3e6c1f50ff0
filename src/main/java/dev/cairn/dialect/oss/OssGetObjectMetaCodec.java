package dev.cairn.dialect.oss;

import dev.cairn.core.object.GetObjectMeta;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.DigestHeaders;
import dev.cairn.dialect.family.codec.ObjectKeys;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;

/** GetObjectMeta: the little that is cheap to say of an object. */
final class OssGetObjectMetaCodec implements Codec<GetObjectMeta, StoredObject> {
  private final Vocabulary words;
  private final OssETags eTags;
  private final DigestHeaders digests;

  OssGetObjectMetaCodec(Vocabulary words) {
    this.words = words;
    this.eTags = new OssETags(words);
    this.digests = new DigestHeaders(words);
  }

  @Override
  public Decoded<GetObjectMeta> decode(RequestHead head) {
    return Decoded.of(new GetObjectMeta(ObjectKeys.of(head)));
  }

  @Override
  public Answer encode(StoredObject object, Exchange<GetObjectMeta> exchange) {
    Headers.Builder headers =
        Headers.builder()
            .add("ETag", eTags.header(object))
            .add("Last-Modified", HttpDates.format(object.lastModified()));
    digests.write(object.checksums(), headers);
    headers.add(words.header("object-type"), OssObjectTypes.of(object));
    return new Answer(200, headers.build(), new Answer.Payload.LengthOnly(object.size()));
  }
}
