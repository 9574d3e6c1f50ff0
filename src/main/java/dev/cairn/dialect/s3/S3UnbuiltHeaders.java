package dev.cairn.dialect.s3;

import dev.cairn.dialect.Operation;
import dev.cairn.dialect.family.codec.UnbuiltHeaders;
import dev.cairn.dialect.family.codec.UnbuiltHeaders.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The headers of S3's pages that belong to work that is not done yet, operation by operation.
 *
 * <p>Not among them: {@code x-amz-request-payer}. It only says that the client would pay, and here
 * nobody does.
 */
final class S3UnbuiltHeaders {
  private static final Rule ENCRYPTION = Rule.refused("x-amz-server-side-encryption*");
  private static final Rule CUSTOMER_KEY = Rule.refused("x-amz-server-side-encryption-customer-*");
  private static final Rule SOURCE_KEY =
      Rule.refused("x-amz-copy-source-server-side-encryption-customer-*");
  private static final Rule MFA = Rule.refused("x-amz-mfa");
  private static final Rule BYPASS =
      new Rule("x-amz-bypass-governance-retention", Set.of("false"), Set.of());
  private static final Rule OPTIONAL_ATTRIBUTES =
      new Rule(
          "x-amz-optional-object-attributes", Set.of("RestoreStatus"), Set.of("RestoreStatus"));

  private S3UnbuiltHeaders() {}

  static UnbuiltHeaders create() {
    Map<Operation, List<Rule>> rules = new EnumMap<>(Operation.class);
    rules.put(Operation.CreateBucket, bucket());
    rules.put(Operation.ListObjects, List.of(OPTIONAL_ATTRIBUTES));
    rules.put(Operation.ListObjectsV2, List.of(OPTIONAL_ATTRIBUTES));
    rules.put(Operation.PutObject, object(Rule.refused("x-amz-write-offset-bytes")));
    rules.put(Operation.CopyObject, object(SOURCE_KEY));
    rules.put(Operation.CreateMultipartUpload, object());
    rules.put(Operation.UploadPart, List.of(ENCRYPTION));
    rules.put(Operation.UploadPartCopy, List.of(ENCRYPTION, SOURCE_KEY));
    for (Operation reading :
        List.of(
            Operation.GetObject,
            Operation.HeadObject,
            Operation.ListParts,
            Operation.CompleteMultipartUpload)) {
      rules.put(reading, List.of(CUSTOMER_KEY));
    }
    rules.put(
        Operation.AbortMultipartUpload, List.of(Rule.refused("x-amz-if-match-initiated-time")));
    rules.put(Operation.DeleteObject, List.of(MFA, BYPASS, Rule.refused("x-amz-if-match-*")));
    rules.put(Operation.DeleteObjects, List.of(MFA, BYPASS));
    return new UnbuiltHeaders(rules);
  }

  private static List<Rule> bucket() {
    return List.of(
        new Rule("x-amz-bucket-object-lock-enabled", Set.of("false"), Set.of("false", "true")),
        // Whoever writes an object owns it; that the bucket's owner would is not built.
        new Rule(
            "x-amz-object-ownership",
            Set.of("ObjectWriter"),
            Set.of("BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter")),
        new Rule("x-amz-bucket-namespace", Set.of("global"), Set.of("global", "account-regional")));
  }

  private static List<Rule> object(Rule... more) {
    List<Rule> rules = new ArrayList<>(List.of(more));
    rules.add(ENCRYPTION);
    rules.add(Rule.refused("x-amz-object-lock-*"));
    return rules;
  }
}
