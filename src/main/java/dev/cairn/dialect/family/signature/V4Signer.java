package dev.cairn.dialect.family.signature;

import dev.cairn.protocol.Hashes;
import dev.cairn.protocol.Hmac;

/** Signs with one key for one moment and scope, as V4 does. */
record V4Signer(V4Scheme scheme, byte[] key, String date, String scope) {
  /** The text that is signed in place of a canonical request with this hash. */
  String stringToSign(String canonicalHash) {
    return scheme.algorithm() + "\n" + date + "\n" + scope + "\n" + canonicalHash;
  }

  boolean accepts(String canonicalRequest, String signature) {
    String hash = Hashes.hex(Hashes.sha256(WireText.bytes(canonicalRequest)));
    return Hmac.constantTimeEquals(sign(stringToSign(hash)), signature);
  }

  /** In hex digits. */
  String sign(String stringToSign) {
    return Hashes.hex(Hmac.sha256(key, stringToSign));
  }
}
