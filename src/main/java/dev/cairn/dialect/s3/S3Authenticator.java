package dev.cairn.dialect.s3;

import dev.cairn.core.access.AccountCatalog;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.family.ForeignHeaders;
import dev.cairn.dialect.family.signature.AwsAuthenticator;
import dev.cairn.dialect.family.signature.AwsRules;
import dev.cairn.dialect.family.signature.SignatureSettings;
import dev.cairn.dialect.family.signature.V4Scheme;
import dev.cairn.model.DigestAlgorithm;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

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

  private static final Map<String, DigestAlgorithm> TRAILERS =
      Map.of(
          "x-amz-checksum-crc32", DigestAlgorithm.CRC32,
          "x-amz-checksum-crc32c", DigestAlgorithm.CRC32C,
          "x-amz-checksum-crc64nvme", DigestAlgorithm.CRC64NVME,
          "x-amz-checksum-sha1", DigestAlgorithm.SHA1,
          "x-amz-checksum-sha256", DigestAlgorithm.SHA256);

  private static final AwsRules RULES =
      new AwsRules(
          V4Scheme.AWS_S3,
          "x-amz-",
          Set.of("x-amz-cf-"),
          SUB_RESOURCES,
          TRAILERS,
          new ForeignHeaders(Set.of("x-oss-", "x-obs-"), Set.of("x-oss-s3-compat")));

  private S3Authenticator() {}

  /**
   * @param worker where chunked bodies are hashed
   */
  public static Authenticator create(
      SignatureSettings settings, AccountCatalog accounts, InstantSource clock, Executor worker) {
    return new AwsAuthenticator(RULES, settings, accounts, clock, worker);
  }
}
