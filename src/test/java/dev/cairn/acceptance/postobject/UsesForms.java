package dev.cairn.acceptance.postobject;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.Stored;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireForm;
import dev.cairn.acceptance.wire.WireRequest;
import dev.cairn.protocol.Hmac;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Forms, the policies of forms, and what signs them. */
interface UsesForms extends UsesWire {
  String CONTENT = "what is in the file\r\n";

  default String freshBucket() {
    String bucket = "form-" + UUID.randomUUID();
    assertThat(ask("PUT", "/" + bucket).status()).isEqualTo(200);
    return bucket;
  }

  /** A policy of the next hour. */
  static String policy(String... conditions) {
    return policy(Instant.now().plus(1, ChronoUnit.HOURS), conditions);
  }

  static String policy(Instant expiration, String... conditions) {
    return encoded(
        "{\"expiration\": \"%s\", \"conditions\": [%s]}"
            .formatted(expiration.truncatedTo(ChronoUnit.MILLIS), String.join(", ", conditions)));
  }

  static String encoded(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
  }

  /** One condition for each field, that it is what it is. */
  static String[] exactly(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> "{\"%s\": \"%s\"}".formatted(f.getKey(), f.getValue()))
        .toArray(String[]::new);
  }

  static String exactly(String name, String value) {
    return "{\"%s\": \"%s\"}".formatted(name, value);
  }

  /** AWS's V2, OSS's V1 and OBS's own alike. */
  default String sha1(String policy) {
    byte[] secret = cairn().secretAccessKey().getBytes(UTF_8);
    return Base64.getEncoder().encodeToString(Hmac.sha1(secret, policy));
  }

  /** AWS's V4 and OSS's alike. */
  default String sha256(String prefix, String scope, String policy) {
    byte[] key = (prefix + cairn().secretAccessKey()).getBytes(UTF_8);
    for (String word : scope.split("/", -1)) {
      key = Hmac.sha256(key, word);
    }
    return HexFormat.of().formatHex(Hmac.sha256(key, policy));
  }

  static String now() {
    return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
        .withZone(ZoneOffset.UTC)
        .format(Instant.now());
  }

  /** The fields of a form that AWS's V2 signs. */
  default Map<String, String> signedV2(String keyField, String policy) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(keyField, cairn().accessKeyId());
    fields.put("policy", policy);
    fields.put("signature", sha1(policy));
    return fields;
  }

  default WireAnswer posted(WireForm form, String host, String bucket) {
    return send(form.to(host + ":" + cairn().port(), "/" + bucket));
  }

  default WireAnswer postsWell(WireForm form, String host, String bucket) {
    WireAnswer answer = posted(form, host, bucket);
    assertThat(answer.status()).as("%s", answer).isLessThan(400);
    return answer;
  }

  /** What S3 reads. */
  default WireAnswer read(String bucket, String key) {
    return ask("GET", "/" + bucket + "/" + key);
  }

  /** Sends a form and sees it refused, with nothing left of it. */
  default Map<String, String> refusesForm(WireRequest request, int status, String code) {
    Stored before = Stored.in(cairn());
    WireAnswer answer = send(request);
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    Map<String, String> error = answer.error();
    assertThat(error).as("%s", answer).containsEntry("Code", code);
    assertThat(error.get("Message")).isNotBlank();
    assertThat(error.get("RequestId")).isNotBlank();
    before.assertNothingCame(cairn());
    return error;
  }

  static String lines(Map<String, String> fields) {
    return fields.keySet().stream().collect(Collectors.joining("\n"));
  }
}
