package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.GetObjectTagging;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.XmlWriter;
import java.util.SequencedMap;

/** GetObjectTagging. */
public final class GetObjectTaggingCodec
    implements Codec<GetObjectTagging, SequencedMap<String, String>> {
  private final Documents documents;
  private final boolean absenceFails;

  public GetObjectTaggingCodec(Vocabulary words) {
    this.documents = new Documents(words);
    this.absenceFails = Tags.of(words).rules().absenceFails();
  }

  @Override
  public Decoded<GetObjectTagging> decode(RequestHead head) {
    return Decoded.of(new GetObjectTagging(ObjectKeys.of(head)));
  }

  @Override
  public Answer encode(SequencedMap<String, String> tags, Exchange<GetObjectTagging> exchange) {
    if (tags.isEmpty() && absenceFails) {
      throw new Failure.NoSuchTagSet(exchange.input().key()).exception();
    }
    XmlWriter xml = documents.begin("Tagging", exchange.head());
    Tags.write(tags, xml);
    return Documents.answer(xml);
  }
}
