package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.DeleteObject;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;

/** DeleteObject. */
public final class DeleteObjectCodec implements Codec<DeleteObject, Void> {
  private final Conditions conditions;

  public DeleteObjectCodec(Vocabulary words) {
    this.conditions = new Conditions(words);
  }

  @Override
  public Decoded<DeleteObject> decode(RequestHead head) {
    return Decoded.of(new DeleteObject(ObjectKeys.of(head), conditions.ofDelete(head.headers())));
  }

  @Override
  public Answer encode(Void result, Exchange<DeleteObject> exchange) {
    return Answer.empty(204, Headers.NONE);
  }
}
