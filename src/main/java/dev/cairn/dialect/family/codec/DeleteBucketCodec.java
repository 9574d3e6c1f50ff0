package dev.cairn.dialect.family.codec;

import dev.cairn.core.bucket.DeleteBucket;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;

/** DeleteBucket. */
public final class DeleteBucketCodec implements Codec<DeleteBucket, Void> {
  @Override
  public Decoded<DeleteBucket> decode(RequestHead head) {
    return Decoded.of(new DeleteBucket());
  }

  @Override
  public Answer encode(Void result, Exchange<DeleteBucket> exchange) {
    return Answer.empty(204, Headers.NONE);
  }
}
