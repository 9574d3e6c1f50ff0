package dev.cairn.acceptance.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature V4, written down from the specification. */
public record SignerV4(
    String accessKeyId, String secret, String region, String service, Instant time) {
  public static final String EMPTY_HASH = hash(new byte[0]);
  public static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Set<String> NEVER_SIGNED =
      Set.of("connection", "expect", "content-length", "transfer-encoding", "authorization");

  public SignerV4(String accessKeyId, String secret) {
    this(accessKeyId, secret, "us-east-1", "s3", Instant.now());
  }

  public SignerV4 at(Instant other) {
    return new SignerV4(accessKeyId, secret, region, service, other);
  }

  public SignerV4 in(String other) {
    return new SignerV4(accessKeyId, secret, other, service, time);
  }

  public SignerV4 to(String other) {
    return new SignerV4(accessKeyId, secret, region, other, time);
  }

  /** Signs every header; the body too, unless the request says how else its body is covered. */
  public WireRequest sign(WireRequest request) {
    WireRequest dated = request.with("x-amz-date", TIME.format(time));
    String hash = request.find("x-amz-content-sha256").orElseGet(() -> hash(request.body()));
    return signAsIs(dated.with("x-amz-content-sha256", hash));
  }

  /** Signs the headers that are there and adds none but the signature. */
  public WireRequest signAsIs(WireRequest request) {
    String hash = request.find("x-amz-content-sha256").orElse(UNSIGNED);
    TreeMap<String, String> headers = headers(request);
    String signature = signature(request, headers, hash);
    return request.with(
        "Authorization",
        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(ALGORITHM, accessKeyId, scope(), names(headers), signature));
  }

  /** The same right in the query. */
  public WireRequest presign(WireRequest request, long seconds) {
    TreeMap<String, String> headers = headers(request);
    String query =
        "X-Amz-Algorithm=%s&X-Amz-Credential=%s&X-Amz-Date=%s&X-Amz-Expires=%d&X-Amz-SignedHeaders=%s"
            .formatted(
                ALGORITHM,
                encoded(accessKeyId + "/" + scope()),
                TIME.format(time),
                seconds,
                encoded(names(headers)));
    String joint = request.target().contains("?") ? "&" : "?";
    WireRequest asked = request.target(request.target() + joint + query);
    String signature = signature(asked, headers, UNSIGNED);
    return asked.target(asked.target() + "&X-Amz-Signature=" + signature);
  }

  private String signature(WireRequest request, TreeMap<String, String> headers, String hash) {
    return hex(hmac(key(), stringToSign(canonical(request, headers, hash))));
  }

  private static String canonical(
      WireRequest request, TreeMap<String, String> headers, String hash) {
    String[] target = request.target().split("\\?", 2);
    StringBuilder text = new StringBuilder();
    text.append(request.method()).append('\n').append(target[0]).append('\n');
    text.append(target.length < 2 ? "" : query(target[1])).append('\n');
    headers.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    return text.append('\n').append(names(headers)).append('\n').append(hash).toString();
  }

  private static String query(String raw) {
    return Arrays.stream(raw.split("&", -1))
        .map(pair -> pair.contains("=") ? pair : pair + "=")
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static TreeMap<String, String> headers(WireRequest request) {
    TreeMap<String, String> headers = new TreeMap<>();
    for (WireRequest.Field field : request.fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (!NEVER_SIGNED.contains(name)) {
        headers.merge(name, field.value().strip().replaceAll(" +", " "), (a, b) -> a + "," + b);
      }
    }
    return headers;
  }

  private static String names(TreeMap<String, String> headers) {
    return String.join(";", headers.keySet());
  }

  private String stringToSign(String canonical) {
    return String.join(
        "\n",
        ALGORITHM,
        TIME.format(time),
        scope(),
        hash(canonical.getBytes(StandardCharsets.UTF_8)));
  }

  private String scope() {
    return TIME.format(time).substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
  }

  private byte[] key() {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String step : List.of(scope().split("/", -1))) {
      key = hmac(key, step);
    }
    return key;
  }

  /** The signature of the next chunk of a body, or with {@code -TRAILER} of its trailer. */
  String next(String kind, String previous, byte[] bytes) {
    List<String> lines =
        kind.equals("PAYLOAD")
            ? List.of(previous, EMPTY_HASH, hash(bytes))
            : List.of(previous, hash(bytes));
    String text =
        ALGORITHM
            + "-"
            + kind
            + "\n"
            + TIME.format(time)
            + "\n"
            + scope()
            + "\n"
            + String.join("\n", lines);
    return hex(hmac(key(), text));
  }

  static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String hash(byte[] bytes) {
    try {
      return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
