package dev.cairn.dialect.oss;

import dev.cairn.core.object.GetObject;
import dev.cairn.core.object.GetObjectResult;
import dev.cairn.core.object.ReadConditions;
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
import java.util.Optional;
import java.util.OptionalInt;

/** GetObjectMeta: the little that is cheap to say of an object. */
final class OssGetObjectMetaCodec implements Codec<GetObject, GetObjectResult> {
  private final Vocabulary words;
  private final DigestHeaders digests;

  OssGetObjectMetaCodec(Vocabulary words) {
    this.words = words;
    this.digests = new DigestHeaders(words);
  }

  @Override
  public Decoded<GetObject> decode(RequestHead head) {
    return Decoded.of(
        new GetObject(
            ObjectKeys.of(head),
            ReadConditions.NONE,
            Optional.empty(),
            OptionalInt.empty(),
            false));
  }

  @Override
  public Answer encode(GetObjectResult result, Exchange<GetObject> exchange) {
    StoredObject object = result.object();
    Headers.Builder headers =
        Headers.builder()
            .add("ETag", words.eTags().header(object.eTag()))
            .add("Last-Modified", HttpDates.format(object.lastModified()));
    digests.write(object.checksums(), headers);
    return new Answer(200, headers.build(), new Answer.Payload.LengthOnly(object.size()));
  }
}
