package dev.cairn.dialect.obs;

import dev.cairn.dialect.Operation;
import dev.cairn.dialect.family.codec.UnbuiltHeaders;
import dev.cairn.dialect.family.codec.UnbuiltHeaders.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The headers of OBS's pages that belong to work that is not done yet, operation by operation.
 *
 * <p>Not among them: {@code request-payer}. It only says that the client would pay, and here nobody
 * does.
 */
final class ObsUnbuiltHeaders {
  private final ObsForm form;
  private final String prefix;

  private ObsUnbuiltHeaders(ObsForm form) {
    this.form = form;
    this.prefix = ObsVocabulary.of(form).headerPrefix();
  }

  static UnbuiltHeaders of(ObsForm form) {
    return new UnbuiltHeaders(new ObsUnbuiltHeaders(form).rules());
  }

  private Map<Operation, List<Rule>> rules() {
    Rule encryption = refused("server-side-encryption*");
    Rule customerKey = refused("server-side-encryption-customer-*");
    Rule sourceKey = refused("copy-source-server-side-encryption-customer-*");
    Map<Operation, List<Rule>> rules = new EnumMap<>(Operation.class);
    rules.put(Operation.CreateBucket, bucket());
    rules.put(Operation.PutObject, object());
    rules.put(Operation.AppendObject, object());
    rules.put(Operation.CreateMultipartUpload, object());
    rules.put(Operation.CopyObject, object(sourceKey, refused("copy-source-version-id")));
    rules.put(Operation.UploadPart, List.of(encryption));
    rules.put(
        Operation.UploadPartCopy,
        List.of(encryption, sourceKey, refused("copy-source-version-id")));
    for (Operation reading :
        List.of(
            Operation.GetObject,
            Operation.HeadObject,
            Operation.ListParts,
            Operation.CompleteMultipartUpload)) {
      rules.put(reading, List.of(customerKey));
    }
    return rules;
  }

  private List<Rule> bucket() {
    List<Rule> rules = new ArrayList<>();
    if (form == ObsForm.S3) {
      rules.add(refused("grant-*"));
    }
    rules.add(harmless("bucket-object-lock-enabled", "false"));
    rules.add(harmless("bucket-type", "OBJECT"));
    rules.add(refused("epid"));
    rules.add(refused("server-side-encryption*"));
    rules.add(refused("bucket-redundancy"));
    rules.add(refused("fusion-*"));
    // Native words that the SDK also uses in the other form.
    rules.add(new Rule("x-obs-fs-file-interface", Set.of("Disabled"), Set.of()));
    rules.add(Rule.refused("x-obs-az-redundancy"));
    return rules;
  }

  private List<Rule> object(Rule... more) {
    List<Rule> rules = new ArrayList<>(Arrays.asList(more));
    rules.add(encryption());
    rules.add(refused("server-side-encryption*"));
    rules.add(refused("object-lock-*"));
    rules.add(Rule.refused("x-obs-expires"));
    rules.add(refused("sse-kms-key-project-id"));
    rules.add(refused(form == ObsForm.S3 ? "grant-*" : "grant-read-delivered"));
    rules.add(refused("grant-full-control-delivered"));
    if (form == ObsForm.S3) {
      rules.add(refused("tagging"));
      rules.add(harmless("tagging-directive", "COPY"));
    } else {
      rules.add(Rule.refused("success-action-redirect"));
      rules.add(refused("persistent-headers"));
      rules.add(refused("callback*"));
    }
    return rules;
  }

  /** The form that is compatible with S3 knows the key service alone. */
  private Rule encryption() {
    return Rule.encryption(
        prefix + "server-side-encryption",
        form == ObsForm.S3 ? Set.of("aws:kms") : Set.of("kms", "AES256"));
  }

  private Rule refused(String suffix) {
    return Rule.refused(prefix + suffix);
  }

  private Rule harmless(String suffix, String value) {
    return new Rule(prefix + suffix, Set.of(value), Set.of());
  }
}
