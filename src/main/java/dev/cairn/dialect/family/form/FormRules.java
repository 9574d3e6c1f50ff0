package dev.cairn.dialect.family.form;

import java.util.Optional;
import java.util.Set;

/**
 * In what the vendors' rules for signed forms differ, as data. Names are in lower case.
 *
 * @param keyField of the access key's id, where the signature has no scope
 * @param tokenField that holds the key's id, the signature and the policy, joined by colons, and
 *     goes before theirs; empty: there is none
 * @param unconditioned fields that need no condition; empty: no field needs one
 * @param templateChecked whether conditions see {@code ${filename}}, not what is put there
 * @param shortDates whether a policy expires at a second or millisecond of UTC, in no other form
 * @param lists whether conditions may list values: {@code in} and {@code not-in}
 */
public record FormRules(
    String keyField,
    Optional<String> tokenField,
    Optional<Set<String>> unconditioned,
    boolean templateChecked,
    boolean shortDates,
    boolean lists) {
  public static final String POLICY = "policy";
  public static final String SIGNATURE = "signature";

  /** The spellings of the field of the access key's id, each one vendor's. */
  static final Set<String> KEY_FIELDS = Set.of("awsaccesskeyid", "accesskeyid", "ossaccesskeyid");

  /** Fields that begin so are nobody's business. */
  static final String IGNORED = "x-ignore-";

  /** AWS's own: every field needs a condition. */
  public static final FormRules AWS =
      new FormRules(
          "awsaccesskeyid",
          Optional.empty(),
          Optional.of(Set.of("awsaccesskeyid", SIGNATURE, "x-amz-signature", POLICY)),
          false,
          false,
          false);

  public FormRules {
    unconditioned = unconditioned.map(Set::copyOf);
  }
}
