package dev.cairn.dialect.family.signature;

import dev.cairn.model.Failure;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a V4 signature says of itself, read from the Authorization header or the query.
 *
 * @param signedHeaders names in lower case, in the order in which they were signed
 * @param signature as it was sent
 */
record V4Authorization(
    Form form,
    String accessKeyId,
    CredentialScope scope,
    List<String> signedHeaders,
    String signature) {

  /** Where it stood, which decides how its faults are told. */
  enum Form {
    HEADER,
    QUERY,
    FORM;

    Failure malformed(String reason) {
      return malformed(reason, Optional.empty());
    }

    Failure malformed(String reason, Optional<String> expectedRegion) {
      return switch (this) {
        case HEADER -> new Failure.MalformedAuthorization(reason, expectedRegion);
        case QUERY -> new Failure.MalformedPresignedUrl(reason, expectedRegion);
        case FORM -> new Failure.InvalidArgument("X-Amz-Credential", "", reason);
      };
    }
  }

  V4Authorization {
    signedHeaders = List.copyOf(signedHeaders);
  }

  /**
   * @param credential access key id and scope, joined by slashes; the id may hold slashes itself
   */
  static V4Authorization of(
      Form form, V4Scheme scheme, String credential, String signedHeaders, String signature) {
    return new V4Authorization(
        form,
        accessKeyId(form, credential),
        scope(form, scheme, credential),
        names(form, signedHeaders),
        signature);
  }

  /** Of a form, which lists no headers. */
  static V4Authorization ofForm(V4Scheme scheme, String credential, String signature) {
    return new V4Authorization(
        Form.FORM,
        accessKeyId(Form.FORM, credential),
        scope(Form.FORM, scheme, credential),
        List.of(),
        signature);
  }

  private static final int SCOPE_WORDS = 4;
  private static final Pattern DATE = Pattern.compile("[0-9]{8}");

  private static String accessKeyId(Form form, String credential) {
    int end = credential.length();
    for (int i = 0; i < SCOPE_WORDS; i++) {
      end = credential.lastIndexOf('/', end - 1);
      if (end <= 0) {
        throw form.malformed(
                "the Credential is mal-formed; expecting"
                    + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"")
            .exception();
      }
    }
    return credential.substring(0, end);
  }

  private static CredentialScope scope(Form form, V4Scheme scheme, String credential) {
    String[] words = credential.split("/", -1);
    int first = words.length - SCOPE_WORDS;
    CredentialScope scope =
        new CredentialScope(words[first], words[first + 1], words[first + 2], words[first + 3]);
    if (!scope.terminator().equals(scheme.terminator())) {
      throw form.malformed("incorrect terminal. This endpoint uses " + scheme.terminator())
          .exception();
    }
    if (!scheme.service().isEmpty() && !scope.service().equals(scheme.service())) {
      throw form.malformed("incorrect service. This endpoint belongs to " + scheme.service())
          .exception();
    }
    if (!DATE.matcher(scope.date()).matches()) {
      throw form.malformed("incorrect date format. This date must be in the form yyyyMMdd")
          .exception();
    }
    if (scope.region().isEmpty()) {
      throw form.malformed("the Credential names no region").exception();
    }
    return scope;
  }

  private static List<String> names(Form form, String signedHeaders) {
    List<String> names = List.of(signedHeaders.toLowerCase(Locale.ROOT).split(";", -1));
    Set<String> distinct = new HashSet<>(names);
    if (distinct.contains("") || distinct.size() < names.size()) {
      throw form.malformed("the SignedHeaders cannot be read").exception();
    }
    return names;
  }
}
