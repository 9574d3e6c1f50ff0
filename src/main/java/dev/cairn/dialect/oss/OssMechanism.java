package dev.cairn.dialect.oss;

import dev.cairn.model.Failure;
import dev.cairn.protocol.RawRequest;
import java.util.List;
import java.util.Set;

/** The ways to sign a request with OSS's signatures. */
enum OssMechanism {
  /** Nothing is signed. */
  NONE,
  V1_HEADER,
  V1_QUERY,
  V4_HEADER,
  V4_QUERY;

  static final String AUTHORIZATION = "authorization";
  static final String V4_WORD = "OSS4-HMAC-SHA256";
  static final String VERSION_PARAMETER = "x-oss-signature-version";

  private static final String V1_WORD = "OSS";
  private static final String V2_WORD = "OSS2";
  private static final Set<String> V4_PARAMETERS =
      Set.of(VERSION_PARAMETER, "x-oss-signature", "x-oss-credential");
  private static final Set<String> V1_PARAMETERS = Set.of("OSSAccessKeyId", "Signature");

  /** Whether the request names one of these signatures, well-formed or not. */
  static boolean isNamedIn(RawRequest request) {
    return request.query().hasAny(V4_PARAMETERS)
        || request.query().has("OSSAccessKeyId")
        || request.headers().all(AUTHORIZATION).stream()
            .map(OssMechanism::word)
            .anyMatch(w -> w.equals(V1_WORD) || w.equals(V2_WORD) || w.startsWith("OSS4-"));
  }

  /**
   * How the request is signed.
   *
   * @throws dev.cairn.model.FailureException {@link Failure.InvalidArgument} for two ways at once
   *     and for an unknown one, {@link Failure.NotImplemented} for V2
   */
  static OssMechanism of(RawRequest request) {
    List<String> headers = request.headers().all(AUTHORIZATION);
    boolean v4Query = request.query().hasAny(V4_PARAMETERS);
    boolean v1Query = request.query().hasAny(V1_PARAMETERS);
    if (headers.size() + (v4Query ? 1 : 0) + (v1Query ? 1 : 0) > 1) {
      throw refused("Only one auth mechanism allowed, in the header or in the URL.");
    }
    if (!headers.isEmpty()) {
      return ofHeader(word(headers.getFirst()));
    }
    if (v4Query) {
      return laterVersion(request.query().find(VERSION_PARAMETER).orElse(V4_WORD), V4_QUERY);
    }
    return v1Query ? V1_QUERY : NONE;
  }

  /** Of a form, which has no later version than this. */
  static void requireV4(String version) {
    laterVersion(version, V4_QUERY);
  }

  private static OssMechanism ofHeader(String word) {
    return word.equals(V1_WORD) ? V1_HEADER : laterVersion(word, V4_HEADER);
  }

  private static OssMechanism laterVersion(String word, OssMechanism v4) {
    return switch (word) {
      case V4_WORD -> v4;
      case V2_WORD -> throw new Failure.NotImplemented("signature version OSS2").exception();
      // The value is not repeated: it may be somebody's password.
      default -> throw refused("Unsupported authorization type.");
    };
  }

  private static RuntimeException refused(String reason) {
    return new Failure.InvalidArgument("Authorization", "", reason).exception();
  }

  private static String word(String authorization) {
    String stripped = authorization.strip();
    int blank = stripped.indexOf(' ');
    return blank < 0 ? stripped : stripped.substring(0, blank);
  }
}
