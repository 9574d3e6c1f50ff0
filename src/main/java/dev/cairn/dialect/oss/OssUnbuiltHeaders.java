package dev.cairn.dialect.oss;

import dev.cairn.dialect.Operation;
import dev.cairn.dialect.family.codec.UnbuiltHeaders;
import dev.cairn.dialect.family.codec.UnbuiltHeaders.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The headers of OSS's pages that belong to work that is not done yet, operation by operation.
 *
 * <p>Not among them: {@code x-oss-request-payer}. It only says that the client would pay, and here
 * nobody does.
 */
final class OssUnbuiltHeaders {
  /** That of an upload is stated when it is completed. */
  private static final Rule OBJECT_ACL =
      new Rule(
          "x-oss-object-acl",
          Set.of("default"),
          Set.of("default", "private", "public-read", "public-read-write"));

  private static final Rule ENCRYPTION = Rule.refused("x-oss-server-side-*");
  private static final Rule CALLBACK = Rule.refused("x-oss-callback*");
  private static final Rule TRAFFIC_LIMIT = Rule.refused("x-oss-traffic-limit");
  private static final Rule LOCK = Rule.refused("x-oss-object-worm*");

  private OssUnbuiltHeaders() {}

  static UnbuiltHeaders create() {
    Map<Operation, List<Rule>> rules = new EnumMap<>(Operation.class);
    rules.put(
        Operation.CreateBucket,
        List.of(Rule.refused("x-oss-bucket-*"), Rule.refused("x-oss-resource-group-*")));
    rules.put(Operation.PutObject, object(CALLBACK));
    rules.put(Operation.AppendObject, object(CALLBACK));
    rules.put(Operation.PutSymlink, object(CALLBACK));
    rules.put(Operation.CopyObject, object());
    rules.put(Operation.CreateMultipartUpload, object(OBJECT_ACL));
    rules.put(Operation.UploadPart, List.of(TRAFFIC_LIMIT, CALLBACK));
    rules.put(Operation.UploadPartCopy, List.of(TRAFFIC_LIMIT));
    rules.put(Operation.CompleteMultipartUpload, List.of(CALLBACK));
    rules.put(Operation.GetObject, List.of(TRAFFIC_LIMIT, Rule.refused("x-oss-process")));
    return new UnbuiltHeaders(rules);
  }

  private static List<Rule> object(Rule... more) {
    List<Rule> rules = new ArrayList<>(List.of(more));
    rules.add(ENCRYPTION);
    rules.add(TRAFFIC_LIMIT);
    rules.add(LOCK);
    return rules;
  }
}
