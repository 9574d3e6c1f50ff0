package dev.cairn.acceptance.obs.behaviour;

import dev.cairn.acceptance.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the vendor's pages say it, for a bucket in the Host and a query that is all sub-resource
 * or none.
 */
record ObsSigner(String word, String prefix, String accessKeyId, String secret) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  WireRequest sign(String bucket, WireRequest request) {
    WireRequest dated = request.with("Date", DATE.format(Instant.now()));
    Map<String, String> listed = new TreeMap<>();
    for (WireRequest.Field field : dated.fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (name.startsWith(prefix)) {
        listed.put(name, field.value());
      }
    }
    StringBuilder text = new StringBuilder(dated.method()).append('\n');
    text.append(dated.find("Content-MD5").orElse("")).append('\n');
    text.append(dated.find("Content-Type").orElse("")).append('\n');
    text.append(dated.find("Date").orElseThrow()).append('\n');
    listed.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    text.append('/').append(bucket).append(dated.target());
    return dated.with("Authorization", word + " " + accessKeyId + ":" + hmac(text.toString()));
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
