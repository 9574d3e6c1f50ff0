package dev.cairn.dialect.family.signature;

import dev.cairn.model.Failure;
import dev.cairn.protocol.RawRequest;
import java.util.List;
import java.util.Set;

/** The ways to sign a request with AWS's signatures. */
public enum AwsMechanism {
  /** Nothing is signed. */
  NONE,
  V2_HEADER,
  V2_QUERY,
  V4_HEADER,
  V4_QUERY;

  static final String AUTHORIZATION = "authorization";

  private static final String V2_WORD = "AWS";
  private static final String SIGNATURE = "Signature";
  private static final String V4A_WORD = "AWS4-ECDSA-P256-SHA256";
  private static final Set<String> V4_PARAMETERS =
      Set.of("X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature");

  /** Whether the signature stands in the URL. */
  public boolean presigned() {
    return this == V2_QUERY || this == V4_QUERY;
  }

  /** Whether the request names one of these signatures, well-formed or not. */
  public static boolean isNamedIn(RawRequest request) {
    return request.query().hasAny(V4_PARAMETERS)
        || request.query().has("AWSAccessKeyId")
        || request.headers().all(AUTHORIZATION).stream()
            .map(AwsMechanism::word)
            .anyMatch(w -> w.equals(V2_WORD) || w.startsWith("AWS4-"));
  }

  /**
   * How the request is signed.
   *
   * @throws dev.cairn.model.FailureException {@link Failure.InvalidArgument} for two ways at once
   *     and for an unknown one, {@link Failure.NotImplemented} for the asymmetric V4
   */
  public static AwsMechanism of(RawRequest request, AwsRules rules) {
    List<String> headers = request.headers().all(AUTHORIZATION);
    boolean v4Query = rules.v4().isPresent() && request.query().hasAny(V4_PARAMETERS);
    boolean v2Query = request.query().hasAny(Set.of(rules.v2().keyParameter(), SIGNATURE));
    if (headers.size() + (v4Query ? 1 : 0) + (v2Query ? 1 : 0) > 1) {
      throw new Failure.InvalidArgument(
              "Authorization",
              "",
              "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter,"
                  + " Signature query string parameter or the Authorization header should be"
                  + " specified")
          .exception();
    }
    if (!headers.isEmpty()) {
      return ofHeader(word(headers.getFirst()), rules);
    }
    return v4Query ? V4_QUERY : v2Query ? V2_QUERY : NONE;
  }

  private static AwsMechanism ofHeader(String word, AwsRules rules) {
    if (word.equals(rules.v2().word())) {
      return V2_HEADER;
    }
    if (rules.v4().filter(v4 -> v4.algorithm().equals(word)).isPresent()) {
      return V4_HEADER;
    }
    if (rules.v4().isPresent() && word.equals(V4A_WORD)) {
      throw new Failure.NotImplemented(V4A_WORD).exception();
    }
    // The value is not repeated: it may be somebody's password.
    throw new Failure.InvalidArgument("Authorization", "", "Unsupported Authorization Type")
        .exception();
  }

  private static String word(String authorization) {
    String stripped = authorization.strip();
    int blank = stripped.indexOf(' ');
    return blank < 0 ? stripped : stripped.substring(0, blank);
  }
}
