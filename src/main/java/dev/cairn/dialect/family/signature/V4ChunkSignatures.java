package dev.cairn.dialect.family.signature;

import dev.cairn.model.Failure;
import dev.cairn.protocol.ChunkSignatures;
import dev.cairn.protocol.Hashes;
import dev.cairn.protocol.Hmac;
import java.util.Optional;

/**
 * The chain of signatures over a chunked body: each covers the one before, the first the head's.
 */
final class V4ChunkSignatures implements ChunkSignatures {
  private static final String EMPTY_HASH = Hashes.hex(Hashes.sha256(new byte[0]));

  private final V4Signer signer;
  private final String accessKeyId;
  private String previous;

  V4ChunkSignatures(V4Signer signer, String accessKeyId, String ofHead) {
    this.signer = signer;
    this.accessKeyId = accessKeyId;
    this.previous = ofHead;
  }

  @Override
  public void verifyChunk(byte[] sha256, String signature) {
    verify("-PAYLOAD", EMPTY_HASH + "\n" + Hashes.hex(sha256), signature);
  }

  @Override
  public void verifyTrailer(byte[] sha256, String signature) {
    verify("-TRAILER", Hashes.hex(sha256), signature);
  }

  private void verify(String kind, String hashes, String signature) {
    String text =
        String.join(
            "\n",
            signer.scheme().algorithm() + kind,
            signer.date(),
            signer.scope(),
            previous,
            hashes);
    if (!Hmac.constantTimeEquals(signer.sign(text), signature)) {
      throw new Failure.SignatureMismatch(accessKeyId, signature, text, Optional.empty())
          .exception();
    }
    previous = signature;
  }
}
