package dev.cairn.dialect.s3;

import dev.cairn.core.access.Credentials;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.ChecksumWords;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.ForeignHeaders;
import dev.cairn.dialect.family.signature.AwsAuthenticator;
import dev.cairn.dialect.family.signature.AwsRules;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.family.signature.V4Scheme;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** How S3 requests are authenticated. */
public final class S3Authenticator {
  /**
   * Query names that V2 signs: those of AWS's page, and every sub-resource that came after it, so
   * that none can be added to a signed request.
   */
  private static final Set<String> SUB_RESOURCES =
      Set.of(
          "accelerate",
          "acl",
          "analytics",
          "attributes",
          "cors",
          "delete",
          "encryption",
          "intelligent-tiering",
          "inventory",
          "legal-hold",
          "lifecycle",
          "location",
          "logging",
          "metrics",
          "notification",
          "object-lock",
          "ownershipControls",
          "partNumber",
          "policy",
          "policyStatus",
          "publicAccessBlock",
          "replication",
          "requestPayment",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires",
          "restore",
          "retention",
          "select",
          "select-type",
          "tagging",
          "torrent",
          "uploadId",
          "uploads",
          "versionId",
          "versioning",
          "versions",
          "website");

  private S3Authenticator() {}

  /**
   * @param worker where chunked bodies are hashed
   */
  public static Authenticator create(
      SignatureSettings settings, Credentials credentials, InstantSource clock, Executor worker) {
    return new AwsAuthenticator(rules(S3Vocabulary.create()), settings, credentials, clock, worker);
  }

  private static AwsRules rules(Vocabulary vocabulary) {
    return new AwsRules(
        V4Scheme.AWS_S3,
        vocabulary.headerPrefix(),
        Set.of("x-amz-cf-"),
        SUB_RESOURCES,
        vocabulary.checksums().words().stream()
            .collect(
                Collectors.toMap(
                    word -> vocabulary.header(word.header()), ChecksumWords.Word::algorithm)),
        new ForeignHeaders(Set.of("x-oss-", "x-obs-"), Set.of("x-oss-s3-compat")));
  }
}
