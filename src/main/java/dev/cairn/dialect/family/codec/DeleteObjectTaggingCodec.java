package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.PutObjectTagging;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import java.util.LinkedHashMap;

/** DeleteObjectTagging. */
public final class DeleteObjectTaggingCodec implements Codec<PutObjectTagging, Void> {
  @Override
  public Decoded<PutObjectTagging> decode(RequestHead head) {
    return Decoded.of(new PutObjectTagging(ObjectKeys.of(head), new LinkedHashMap<>()));
  }

  @Override
  public Answer encode(Void result, Exchange<PutObjectTagging> exchange) {
    return Answer.empty(204, Headers.NONE);
  }
}
