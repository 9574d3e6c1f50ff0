package dev.cairn.dialect.family.signature;

import dev.cairn.dialect.family.signature.V4Authorization.Form;
import dev.cairn.model.Failure;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The signature of a V4 presigned URL.
 *
 * @param life from {@code signedAt} on
 */
record V4Query(V4Authorization authorization, String date, Instant signedAt, Duration life) {
  static final String SIGNATURE = "X-Amz-Signature";

  private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,12}");
  private static final String V4A = "AWS4-ECDSA-P256-SHA256";
  private static final long LONGEST_LIFE = Duration.ofDays(7).toSeconds();

  static V4Query parse(V4Scheme scheme, V4Habits habits, Query query) {
    String algorithm = required(query, "X-Amz-Algorithm");
    if (algorithm.equals(V4A)) {
      throw new Failure.NotImplemented(V4A).exception();
    }
    if (!algorithm.equals(scheme.algorithm())) {
      throw malformed("X-Amz-Algorithm only supports \"" + scheme.algorithm() + "\"");
    }
    String date = required(query, "X-Amz-Date");
    Instant signedAt =
        IsoDates.parseBasic(date)
            .orElseThrow(
                () ->
                    malformed(
                        "X-Amz-Date must be in the ISO8601 Long Format"
                            + " \"yyyyMMdd'T'HHmmss'Z'\""));
    Duration life = life(required(query, "X-Amz-Expires"), habits);
    return new V4Query(
        V4Authorization.of(
            Form.QUERY,
            scheme,
            required(query, "X-Amz-Credential"),
            required(query, "X-Amz-SignedHeaders"),
            required(query, SIGNATURE)),
        date,
        signedAt,
        life);
  }

  private static Duration life(String seconds, V4Habits habits) {
    if (!SECONDS.matcher(seconds).matches()) {
      throw malformed("X-Amz-Expires should be a number");
    }
    long life = Long.parseLong(seconds);
    if (life < 1) {
      throw malformed("X-Amz-Expires must be positive");
    }
    if (life > LONGEST_LIFE && !habits.looseScope()) {
      throw malformed(
          "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires"
              + " must be less than 604800 seconds");
    }
    return Duration.ofSeconds(life);
  }

  private static String required(Query query, String name) {
    String value = "";
    for (Query.Parameter parameter : query.parameters()) {
      if (parameter.name().equals(name)) {
        value = value.isEmpty() ? parameter.value() : "";
      }
    }
    if (value.isEmpty()) {
      throw malformed(
          "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
              + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters,"
              + " each once");
    }
    return value;
  }

  private static RuntimeException malformed(String reason) {
    return Form.QUERY.malformed(reason).exception();
  }
}
