package dev.cairn.dialect.family.codec;

import dev.cairn.core.body.Claims;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.protocol.Headers;

/** The digests that a head claims of a document in its body. */
public final class DocumentClaims {
  private final BodyDigests digests;

  public DocumentClaims(Vocabulary words) {
    this.digests = new BodyDigests(words);
  }

  public Claims of(Headers headers) {
    return digests.read(headers).claims();
  }
}
