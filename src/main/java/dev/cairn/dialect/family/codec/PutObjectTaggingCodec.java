package dev.cairn.dialect.family.codec;

import dev.cairn.core.body.Claims;
import dev.cairn.core.object.PutObjectTagging;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import java.util.function.Function;

/** PutObjectTagging. */
public final class PutObjectTaggingCodec implements Codec<PutObjectTagging, Void> {
  private static final int MAXIMUM_BYTES = 64 * 1024;

  private final Function<Headers, Claims> claims;
  private final Tags tags;

  public PutObjectTaggingCodec(Vocabulary words) {
    this(words, new DocumentClaims(words)::of);
  }

  /**
   * @param claims what a head says of the digests of the document
   */
  public PutObjectTaggingCodec(Vocabulary words, Function<Headers, Claims> claims) {
    this.claims = claims;
    this.tags = Tags.of(words);
  }

  @Override
  public Decoded<PutObjectTagging> decode(RequestHead head) {
    ObjectKey key = ObjectKeys.of(head);
    return Decoded.awaiting(
        new Decoded.Rest.Document<>(
            MAXIMUM_BYTES,
            claims.apply(head.headers()),
            document -> new PutObjectTagging(key, tags.inDocument(present(document)))));
  }

  private static byte[] present(byte[] document) {
    if (document.length == 0) {
      throw new Failure.MissingBody().exception();
    }
    return document;
  }

  @Override
  public Answer encode(Void result, Exchange<PutObjectTagging> exchange) {
    return Answer.empty(200, Headers.NONE);
  }
}
