package dev.cairn.acceptance.oss.behaviour;

import dev.cairn.acceptance.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature V1 for path style, written down from the specification. */
public record OssSigner(String accessKeyId, String secret) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Of a target without parameters, or with one sub-resource. */
  public WireRequest sign(WireRequest request) {
    WireRequest dated = request.with("Date", DATE.format(Instant.now()));
    TreeMap<String, String> own = new TreeMap<>();
    for (WireRequest.Field field : dated.fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (name.startsWith("x-oss-")) {
        own.put(name, field.value().strip());
      }
    }
    StringBuilder text = new StringBuilder(dated.method()).append('\n');
    text.append(dated.find("Content-MD5").orElse("")).append('\n');
    text.append(dated.find("Content-Type").orElse("")).append('\n');
    text.append(dated.find("Date").orElseThrow()).append('\n');
    own.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    text.append(dated.target());
    return dated.with("Authorization", "OSS " + accessKeyId + ":" + hmac(text.toString()));
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
