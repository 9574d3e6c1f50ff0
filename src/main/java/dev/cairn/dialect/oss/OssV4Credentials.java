package dev.cairn.dialect.oss;

import dev.cairn.dialect.family.signature.CredentialScope;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who signed with V4, for what, and how.
 *
 * @param additionalHeaders signed besides those that always are; in lower case, as they were listed
 */
record OssV4Credentials(
    String accessKeyId, CredentialScope scope, List<String> additionalHeaders, String signature) {
  static final String ADDITIONAL = "AdditionalHeaders";

  /** Date, region, service and terminator stand behind the key's id. */
  private static final int SCOPE_WORDS = 4;

  /** {@code OSS4-HMAC-SHA256 Credential=…[,AdditionalHeaders=a;b],Signature=…}. */
  static OssV4Credentials ofHeader(String authorization) {
    Map<String, String> items = new HashMap<>();
    String list = authorization.strip().substring(OssMechanism.V4_WORD.length());
    for (String item : list.split(",", -1)) {
      int equals = item.indexOf('=');
      if (equals < 0
          || items.put(item.substring(0, equals).strip(), item.substring(equals + 1).strip())
              != null) {
        throw malformed("the Authorization header cannot be read");
      }
    }
    if (items.containsKey(ADDITIONAL) && items.get(ADDITIONAL).isEmpty()) {
      throw malformed("AdditionalHeaders must not be empty");
    }
    return of(
        items.getOrDefault("Credential", ""),
        items.getOrDefault(ADDITIONAL, ""),
        items.getOrDefault("Signature", ""));
  }

  /** The same in a presigned URL. */
  static OssV4Credentials ofQuery(Query query) {
    return of(
        query.find("x-oss-credential").orElse(""),
        query.find("x-oss-additional-headers").orElse(""),
        query.find("x-oss-signature").orElse(""));
  }

  /** The same in a form, where nothing but its policy is signed. */
  static OssV4Credentials ofForm(String credential, String signature) {
    return of(credential, "", signature);
  }

  private static OssV4Credentials of(String credential, String additional, String signature) {
    String[] words = credential.split("/", -1);
    if (words.length <= SCOPE_WORDS || signature.isEmpty()) {
      throw malformed("Credential and Signature are required");
    }
    int first = words.length - SCOPE_WORDS;
    CredentialScope scope =
        new CredentialScope(words[first], words[first + 1], words[first + 2], words[first + 3]);
    if (!scope.service().equals(OssV4Verifier.SCHEME.service())
        || !scope.terminator().equals(OssV4Verifier.SCHEME.terminator())) {
      throw malformed("the scope of the credential is not one of OSS");
    }
    String accessKeyId = String.join("/", List.of(words).subList(0, first));
    List<String> headers =
        additional.isEmpty()
            ? List.of()
            : List.of(additional.toLowerCase(Locale.ROOT).split(";", -1));
    return new OssV4Credentials(accessKeyId, scope, headers, signature);
  }

  static RuntimeException malformed(String reason) {
    return new Failure.InvalidArgument("Authorization", "", reason).exception();
  }
}
