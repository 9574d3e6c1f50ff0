package dev.cairn.dialect.obs;

import dev.cairn.core.object.GetObject;
import dev.cairn.core.object.GetObjectResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.GetObjectCodec;
import dev.cairn.model.ObjectKind;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;

/** GetObject and HeadObject of the native form, which says what can be appended to, and where. */
final class ObsGetObjectCodec implements Codec<GetObject, GetObjectResult> {
  private final Vocabulary words;
  private final GetObjectCodec shared;

  ObsGetObjectCodec(Vocabulary words, GetObjectCodec shared) {
    this.words = words;
    this.shared = shared;
  }

  @Override
  public Decoded<GetObject> decode(RequestHead head) {
    return shared.decode(head);
  }

  @Override
  public Answer encode(GetObjectResult result, Exchange<GetObject> exchange) {
    Answer answer = shared.encode(result, exchange);
    if (!(result.object().kind() instanceof ObjectKind.Appendable)) {
      return answer;
    }
    Headers headers =
        Headers.builder()
            .addAll(answer.headers())
            .add(words.header("object-type"), "Appendable")
            .add(words.header("next-append-position"), Long.toString(result.object().size()))
            .build();
    return new Answer(answer.status(), headers, answer.payload());
  }
}
