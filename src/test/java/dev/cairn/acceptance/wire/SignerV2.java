package dev.cairn.acceptance.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature V2 for path style, written down from the specification; with other words it is that of
 * Huawei OBS and the first of Alibaba Cloud OSS.
 */
public record SignerV2(Words words, String accessKeyId, String secret, Instant time) {
  /** What the vendors call things: {@code AWS}, {@code x-amz-}, {@code AWSAccessKeyId}. */
  public record Words(String scheme, String prefix, String keyParameter) {
    public static final Words AWS = new Words("AWS", "x-amz-", "AWSAccessKeyId");
    public static final Words OBS = new Words("OBS", "x-obs-", "AccessKeyId");
    public static final Words OSS = new Words("OSS", "x-oss-", "OSSAccessKeyId");
  }

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Set<String> SUB_RESOURCES =
      Set.of(
          "acl",
          "append",
          "delete",
          "location",
          "partNumber",
          "policy",
          "position",
          "restore",
          "storageClass",
          "symlink",
          "tagging",
          "uploadId",
          "uploads");

  public SignerV2(String accessKeyId, String secret) {
    this(Words.AWS, accessKeyId, secret, Instant.now());
  }

  public SignerV2 at(Instant other) {
    return new SignerV2(words, accessKeyId, secret, other);
  }

  public SignerV2 in(Words others) {
    return new SignerV2(others, accessKeyId, secret, time);
  }

  public WireRequest sign(WireRequest request) {
    WireRequest dated = request.with("Date", DATE.format(time));
    return dated.with(
        "Authorization", words.scheme + " " + accessKeyId + ":" + signature(dated, "Date"));
  }

  public WireRequest presign(WireRequest request, long seconds) {
    String expires = Long.toString(time.getEpochSecond() + seconds);
    String signature = signature(request.with("Expires-At", expires), "Expires-At");
    String joint = request.target().contains("?") ? "&" : "?";
    return request.target(
        request.target()
            + joint
            + words.keyParameter
            + "="
            + accessKeyId
            + "&Expires="
            + expires
            + "&Signature="
            + URLEncoder.encode(signature, StandardCharsets.UTF_8));
  }

  private String signature(WireRequest request, String dateField) {
    TreeMap<String, String> listed = new TreeMap<>();
    for (WireRequest.Field field : request.fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (name.startsWith(words.prefix)) {
        listed.merge(name, field.value().strip(), (a, b) -> a + "," + b);
      }
    }
    StringBuilder text = new StringBuilder(request.method()).append('\n');
    text.append(request.find("Content-MD5").orElse("")).append('\n');
    text.append(request.find("Content-Type").orElse("")).append('\n');
    text.append(request.find(dateField).orElseThrow()).append('\n');
    listed.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    return hmac(text.append(resource(request.target())).toString());
  }

  private String resource(String target) {
    String[] parts = target.split("\\?", 2);
    if (words.equals(Words.OSS) && parts[0].lastIndexOf('/') == 0 && parts[0].length() > 1) {
      parts[0] += "/"; // as OSS ends the name of a bucket
    }
    if (parts.length < 2) {
      return parts[0];
    }
    String signed =
        Arrays.stream(parts[1].split("&", -1))
            .filter(pair -> SUB_RESOURCES.contains(pair.split("=", 2)[0]))
            .sorted()
            .collect(Collectors.joining("&"));
    return signed.isEmpty() ? parts[0] : parts[0] + "?" + signed;
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
