package dev.cairn.dialect.family.signature;

import dev.cairn.protocol.Hashes;
import dev.cairn.protocol.Hmac;

/** Signs with one key for one moment and scope, as V4 does. */
record V4Signer(V4Scheme scheme, byte[] key, String date, String scope) {
  /** The text that is signed in place of a canonical request. */
  String stringToSign(String canonicalRequest) {
    String hash = Hashes.hex(Hashes.sha256(WireText.bytes(canonicalRequest)));
    return scheme.algorithm() + "\n" + date + "\n" + scope + "\n" + hash;
  }

  boolean accepts(String canonicalRequest, String signature) {
    return Hmac.constantTimeEquals(sign(stringToSign(canonicalRequest)), signature);
  }

  /** In hex digits. */
  String sign(String stringToSign) {
    return Hashes.hex(Hmac.sha256(key, stringToSign));
  }
}
