package dev.cairn.dialect.obs;

import dev.cairn.dialect.family.signature.OneAccount;
import dev.cairn.dialect.family.signature.Wire;
import dev.cairn.protocol.Hashes;
import dev.cairn.protocol.Hmac;
import java.nio.charset.StandardCharsets;

/** Signature V4 as the vendor's page and its SDK write it: no query, the path as it is told. */
final class ObsV4 {
  private static final String DATE = "20260304T050607Z";
  private static final String SCOPE = "20260304/region/s3/aws4_request";

  private ObsV4() {}

  /**
   * @param path in the canonical request
   */
  static Wire sign(String path, Wire request, String payload) {
    String names = "host;x-amz-content-sha256;x-amz-date";
    String canonical =
        String.join(
            "\n",
            request.method(),
            path,
            "",
            "host:" + request.host(),
            "x-amz-content-sha256:" + payload,
            "x-amz-date:" + DATE,
            "",
            names,
            payload);
    String text = String.join("\n", "AWS4-HMAC-SHA256", DATE, SCOPE, Hashes.sha256Hex(canonical));
    byte[] key = ("AWS4" + OneAccount.SECRET).getBytes(StandardCharsets.UTF_8);
    for (String word : SCOPE.split("/", -1)) {
      key = Hmac.sha256(key, word);
    }
    return request
        .with("x-amz-date", DATE)
        .with("x-amz-content-sha256", payload)
        .with(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential="
                + (OneAccount.ACCESS_KEY_ID + "/" + SCOPE)
                + (",SignedHeaders=" + names)
                + (",Signature=" + Hashes.hex(Hmac.sha256(key, text))));
  }
}
