package dev.cairn.dialect.family.signature;

import dev.cairn.model.AccessKey;
import dev.cairn.model.Failure;
import dev.cairn.protocol.ChunkSignatures;
import dev.cairn.protocol.Hashes;
import dev.cairn.protocol.Hmac;
import java.util.Optional;

/** A signature V4 over the policy of a form, as the form has it: in base64. */
record V4FormClaim(V4Authorization authorization, SigningKeys keys, String policy)
    implements SignatureClaim {
  @Override
  public String accessKeyId() {
    return authorization.accessKeyId();
  }

  @Override
  public Optional<ChunkSignatures> verify(AccessKey key) {
    String ours = Hashes.hex(Hmac.sha256(keys.of(key, authorization.scope()), policy));
    if (!Hmac.constantTimeEquals(ours, authorization.signature())) {
      throw new Failure.SignatureMismatch(
              key.id(), authorization.signature(), policy, Optional.empty())
          .exception();
    }
    return Optional.empty();
  }
}
