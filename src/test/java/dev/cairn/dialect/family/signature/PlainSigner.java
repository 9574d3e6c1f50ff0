package dev.cairn.dialect.family.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * V4 written down as the page says it, for what the SDKs refuse to sign: plain paths, a query that
 * is sorted already, every header signed.
 */
public final class PlainSigner {
  private static final String DATE = "20260304T050607Z";
  private static final String SCOPE = "20260304/us-east-1/s3/aws4_request";

  private PlainSigner() {}

  /** At {@link SdkSigner#NOW}. */
  public static Wire sign(Wire request, String payload) {
    Wire dated = request.with("x-amz-date", DATE).with("x-amz-content-sha256", payload);
    Map<String, String> headers = new TreeMap<>(Map.of("host", dated.host()));
    dated.headers().forEach(f -> headers.put(f.name().toLowerCase(Locale.ROOT), f.value()));
    String[] target = (dated.target() + "?").split("\\?", -1);
    StringBuilder canonical = new StringBuilder();
    canonical.append(dated.method()).append('\n');
    canonical.append(target[0]).append('\n').append(target[1]).append('\n');
    headers.forEach((name, value) -> canonical.append(name + ":" + value + "\n"));
    String names = String.join(";", headers.keySet());
    canonical.append('\n').append(names).append('\n').append(payload);
    String text = "AWS4-HMAC-SHA256\n" + DATE + "\n" + SCOPE + "\n" + sha256(canonical.toString());
    byte[] key = ("AWS4" + OneAccount.SECRET).getBytes(StandardCharsets.UTF_8);
    for (String word : SCOPE.split("/", -1)) {
      key = hmac(key, word);
    }
    return dated.with(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential="
            + (OneAccount.ACCESS_KEY_ID + "/" + SCOPE)
            + (", SignedHeaders=" + names)
            + (", Signature=" + HexFormat.of().formatHex(hmac(key, text))));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
