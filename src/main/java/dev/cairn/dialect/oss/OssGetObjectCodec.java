package dev.cairn.dialect.oss;

import dev.cairn.core.object.GetObject;
import dev.cairn.core.object.GetObjectResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.GetObjectCodec;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;

/** GetObject and HeadObject: OSS always says of what kind and class an object is. */
final class OssGetObjectCodec implements Codec<GetObject, GetObjectResult> {
  private final Vocabulary words;
  private final GetObjectCodec shared;
  private final OssETags eTags;

  OssGetObjectCodec(Vocabulary words, boolean withContent) {
    this.words = words;
    this.shared = new GetObjectCodec(words, withContent, new OssRanges());
    this.eTags = new OssETags(words);
  }

  @Override
  public Decoded<GetObject> decode(RequestHead head) {
    return shared.decode(head);
  }

  @Override
  public Answer encode(GetObjectResult result, Exchange<GetObject> exchange) {
    Answer answer = shared.encode(result, exchange);
    StoredObject object = result.object();
    Headers.Builder headers = Headers.builder();
    for (Headers.Field field : answer.headers().fields()) {
      headers.add(field.name(), field.name().equals("ETag") ? eTags.header(object) : field.value());
    }
    headers.add(words.header("object-type"), OssObjectTypes.of(object));
    if (object.kind() instanceof ObjectKind.Appendable) {
      headers.add(words.header("next-append-position"), Long.toString(object.size()));
    }
    String storageClass = words.header("storage-class");
    if (!answer.headers().has(storageClass)) {
      headers.add(storageClass, words.storageClasses().nearest(StorageClass.STANDARD));
    }
    return new Answer(answer.status(), headers.build(), answer.payload());
  }
}
