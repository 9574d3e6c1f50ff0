package dev.cairn.dialect.family.codec;

import dev.cairn.core.multipart.AbortMultipartUpload;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;

/** AbortMultipartUpload. */
public final class AbortMultipartUploadCodec implements Codec<AbortMultipartUpload, Void> {
  @Override
  public Decoded<AbortMultipartUpload> decode(RequestHead head) {
    return Decoded.of(
        new AbortMultipartUpload(
            ObjectKeys.of(head), new Parameters(head.query()).text("uploadId")));
  }

  @Override
  public Answer encode(Void result, Exchange<AbortMultipartUpload> exchange) {
    return Answer.empty(204, Headers.NONE);
  }
}
