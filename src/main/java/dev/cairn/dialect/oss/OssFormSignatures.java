package dev.cairn.dialect.oss;

import static dev.cairn.dialect.family.form.FormRules.POLICY;
import static dev.cairn.dialect.family.form.FormRules.SIGNATURE;

import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.form.FormPolicy;
import dev.cairn.dialect.family.form.FormValues;
import dev.cairn.dialect.family.signature.SigningTime;
import dev.cairn.model.AccessKey;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads the signatures of forms: V1 or V4 over the policy. A policy that cannot be read or is
 * expired is refused before its key is looked up; its conditions count once the signature holds.
 */
final class OssFormSignatures {
  private final OssV1Verifier v1;
  private final OssV4Verifier v4;
  private final SigningTime time;
  private final UnaryOperator<OssSignature> legacy;

  /**
   * @param legacy what becomes of V1: refused, or as it is
   */
  OssFormSignatures(
      OssV1Verifier v1, OssV4Verifier v4, SigningTime time, UnaryOperator<OssSignature> legacy) {
    this.v1 = v1;
    this.v4 = v4;
    this.time = time;
    this.legacy = legacy;
  }

  /** Of a form that is signed in one of the two ways, or not at all: empty. */
  Optional<OssSignature> find(RequestHead head) {
    FormValues values = FormValues.of(head, OssForms.RULES);
    boolean inV4 =
        values.hasAny(OssMechanism.VERSION_PARAMETER, "x-oss-signature", "x-oss-credential");
    if (!inV4 && !values.hasAny(POLICY, SIGNATURE, OssForms.RULES.keyField())) {
      return Optional.empty();
    }
    String text = values.get(POLICY);
    FormPolicy policy = FormPolicy.parse(text, OssForms.RULES);
    policy.requireCurrent(time.clock().instant());
    OssSignature signature =
        inV4
            ? v4.ofForm(head.address(), values, text)
            : legacy.apply(v1.ofForm(values.get("OSSAccessKeyId"), values.get("Signature"), text));
    return Optional.of(new Checked(signature, policy, values));
  }

  /** A signature of a form, which holds where its policy does. */
  private record Checked(OssSignature signature, FormPolicy policy, FormValues values)
      implements OssSignature {
    @Override
    public String accessKeyId() {
      return signature.accessKeyId();
    }

    @Override
    public void verify(AccessKey key) {
      signature.verify(key);
      policy.check(values, OssForms.RULES);
    }
  }
}
