package dev.cairn.dialect.s2;

import dev.cairn.dialect.Operation;
import dev.cairn.dialect.family.codec.UnbuiltHeaders;
import dev.cairn.dialect.family.codec.UnbuiltHeaders.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The headers that belong to work that is not done yet, and those of AWS's that S2 does not have
 * and that would be missed if they were dropped: encryption, locks, redirects.
 */
final class S2UnbuiltHeaders {
  private static final Rule ENCRYPTION = Rule.refused("x-amz-server-side-encryption*");
  private static final Rule CUSTOMER_KEY = Rule.refused("x-amz-server-side-encryption-customer-*");
  private static final Rule SOURCE_KEY =
      Rule.refused("x-amz-copy-source-server-side-encryption-customer-*");
  private static final Rule MFA = Rule.refused("x-amz-mfa");
  private static final Rule BYPASS =
      new Rule("x-amz-bypass-governance-retention", Set.of("false"), Set.of());

  private S2UnbuiltHeaders() {}

  static UnbuiltHeaders create() {
    Map<Operation, List<Rule>> rules = new EnumMap<>(Operation.class);
    rules.put(
        Operation.CreateBucket,
        List.of(
            new Rule("x-amz-bucket-object-lock-enabled", Set.of("false"), Set.of("false", "true")),
            new Rule("x-amz-object-ownership", Set.of("ObjectWriter"), Set.of())));
    rules.put(
        Operation.PutObject,
        object(Rule.refused("x-amz-write-offset-bytes"), Rule.refused(S2AppendForm.DIRECTIVE)));
    rules.put(Operation.AppendObject, object(Rule.refused("x-amz-write-offset-bytes")));
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
    rules.put(Operation.DeleteObject, List.of(MFA, BYPASS, Rule.refused("x-amz-if-match-*")));
    rules.put(Operation.DeleteObjects, List.of(MFA, BYPASS));
    return new UnbuiltHeaders(rules);
  }

  private static List<Rule> object(Rule... more) {
    List<Rule> rules = new ArrayList<>(List.of(more));
    rules.add(ENCRYPTION);
    rules.add(Rule.refused("x-amz-object-lock-*"));
    rules.add(Rule.refused("x-amz-website-redirect-location"));
    return rules;
  }
}
