package dev.cairn.dialect.oss;

import dev.cairn.core.object.GetObject;
import dev.cairn.core.object.GetObjectResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.GetObjectCodec;
import dev.cairn.model.StorageClass;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;

/** GetObject and HeadObject: OSS always says of what kind and class an object is. */
final class OssGetObjectCodec implements Codec<GetObject, GetObjectResult> {
  private final Vocabulary words;
  private final GetObjectCodec shared;

  OssGetObjectCodec(Vocabulary words, boolean withContent) {
    this.words = words;
    this.shared = new GetObjectCodec(words, withContent, new OssRanges());
  }

  @Override
  public Decoded<GetObject> decode(RequestHead head) {
    return shared.decode(head);
  }

  @Override
  public Answer encode(GetObjectResult result, Exchange<GetObject> exchange) {
    Answer answer = shared.encode(result, exchange);
    Headers.Builder headers =
        Headers.builder()
            .addAll(answer.headers())
            .add(words.header("object-type"), OssObjectTypes.of(result.object()));
    String storageClass = words.header("storage-class");
    if (!answer.headers().has(storageClass)) {
      headers.add(storageClass, words.storageClasses().nearest(StorageClass.STANDARD));
    }
    return new Answer(answer.status(), headers.build(), answer.payload());
  }
}
