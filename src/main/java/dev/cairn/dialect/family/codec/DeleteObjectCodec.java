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
  private final WriteConditions conditions;

  public DeleteObjectCodec(Vocabulary words) {
    this(new Conditions(words)::ofDelete);
  }

  /**
   * @param conditions the vendor's own
   */
  public DeleteObjectCodec(WriteConditions conditions) {
    this.conditions = conditions;
  }

  @Override
  public Decoded<DeleteObject> decode(RequestHead head) {
    return Decoded.of(new DeleteObject(ObjectKeys.of(head), conditions.read(head.headers())));
  }

  @Override
  public Answer encode(Void result, Exchange<DeleteObject> exchange) {
    return Answer.empty(204, Headers.NONE);
  }
}
