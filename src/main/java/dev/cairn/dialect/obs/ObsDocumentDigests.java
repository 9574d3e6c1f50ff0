package dev.cairn.dialect.obs;

import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Claims.Claimed;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.DocumentClaims;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest.Claim;
import dev.cairn.protocol.Headers;
import java.util.Base64;
import java.util.List;

/** What the native form wants to know of a document: {@code Content-MD5} or a header of its own. */
final class ObsDocumentDigests {
  private static final String SHA256 = "Content-SHA256";
  private static final int SHA256_BYTES = 32;

  private final DocumentClaims claims;

  ObsDocumentDigests(Vocabulary words) {
    this.claims = new DocumentClaims(words);
  }

  /**
   * The digests that are claimed.
   *
   * @throws dev.cairn.model.FailureException InvalidRequest where there is none; InvalidDigest
   */
  Claims required(Headers headers) {
    Claims all = headers.first(SHA256).map(ObsDocumentDigests::sha256).orElse(Claims.NONE);
    all = all.and(claims.of(headers));
    if (all.list().isEmpty()) {
      throw new Failure.InvalidRequest(
              "Missing required header for this request: Content-MD5 or Content-SHA256")
          .exception();
    }
    return all;
  }

  private static Claims sha256(String value) {
    try {
      byte[] digest = Base64.getDecoder().decode(value);
      if (digest.length == SHA256_BYTES) {
        return new Claims(List.of(new Claimed(Claim.CHECKSUM, DigestAlgorithm.SHA256, digest)));
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new Failure.InvalidDigest(value).exception();
  }
}
