package dev.cairn.dialect.family.signature;

import static dev.cairn.dialect.family.form.FormRules.POLICY;
import static dev.cairn.dialect.family.form.FormRules.SIGNATURE;

import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.form.FormPolicy;
import dev.cairn.dialect.family.form.FormRules;
import dev.cairn.dialect.family.form.FormValues;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Failure;
import dev.cairn.protocol.ChunkSignatures;
import dev.cairn.protocol.IsoDates;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the signatures of forms: V2 or V4 over the policy. A policy that cannot be read or is
 * expired is refused before its key is looked up; its conditions count once the signature holds.
 */
final class FormSignatures {
  private static final int TOKEN_PIECES = 3;

  private final AwsRules rules;
  private final FormRules forms;
  private final V2Verifier v2;
  private final Optional<V4Verifier> v4;
  private final SigningTime time;

  FormSignatures(AwsRules rules, V2Verifier v2, Optional<V4Verifier> v4, SigningTime time) {
    this.rules = rules;
    this.forms = rules.forms();
    this.v2 = v2;
    this.v4 = v4;
    this.time = time;
  }

  /** Empty: it is no form, or nobody signed it. */
  Optional<SignatureClaim> find(RequestHead head) {
    if (head.form().isEmpty()) {
      return Optional.empty();
    }
    rules.foreign().refuse(head.form().get().fields());
    FormValues values = FormValues.of(head, forms);
    if (forms.tokenField().filter(values::hasAny).isPresent()) {
      return Optional.of(ofToken(values));
    }
    boolean signedWithV4 = v4.isPresent() && values.hasAny(names("signature", "credential"));
    if (!signedWithV4 && !values.hasAny(POLICY, SIGNATURE, forms.keyField())) {
      return Optional.empty();
    }
    return Optional.of(signedWithV4 ? ofV4(head, values) : ofV2(values));
  }

  private String[] names(String... suffixes) {
    return java.util.Arrays.stream(suffixes).map(rules::header).toArray(String[]::new);
  }

  private SignatureClaim ofToken(FormValues values) {
    String[] pieces = values.get(forms.tokenField().orElseThrow()).split(":", TOKEN_PIECES);
    if (pieces.length < TOKEN_PIECES) {
      throw new Failure.InvalidArgument(
              forms.tokenField().orElseThrow(), "", "expecting AccessKeyId:Signature:Policy")
          .exception();
    }
    return checked(v2.ofForm(pieces[0], pieces[1], pieces[2]), pieces[2], values);
  }

  private SignatureClaim ofV2(FormValues values) {
    String policy = values.get(POLICY);
    String accessKeyId = values.get(rules.v2().keyParameter());
    return checked(v2.ofForm(accessKeyId, values.get(SIGNATURE), policy), policy, values);
  }

  private SignatureClaim ofV4(RequestHead head, FormValues values) {
    V4Scheme scheme = rules.v4().orElseThrow();
    String policy = values.get(POLICY);
    String algorithm = values.get(rules.header("algorithm"));
    if (!algorithm.equals(scheme.algorithm())) {
      throw new Failure.InvalidArgument(
              rules.header("algorithm"), algorithm, "expecting " + scheme.algorithm())
          .exception();
    }
    V4Authorization authorization =
        V4Authorization.ofForm(
            scheme, values.get(rules.header("credential")), values.get(rules.header("signature")));
    String date = values.get(rules.header("date"));
    Instant signedAt =
        IsoDates.parseBasic(date)
            .orElseThrow(
                () ->
                    new Failure.InvalidArgument(
                            rules.header("date"), date, "expecting yyyyMMdd'T'HHmmss'Z'")
                        .exception());
    String signed = IsoDates.formatBasic(signedAt);
    return checked(v4.orElseThrow().ofForm(head, authorization, signed, policy), policy, values);
  }

  private SignatureClaim checked(SignatureClaim signature, String text, FormValues values) {
    FormPolicy policy = FormPolicy.parse(text, forms);
    policy.requireCurrent(time.clock().instant());
    return new Checked(signature, policy, values, forms);
  }

  /** A signature of a form, which holds where its policy does. */
  private record Checked(
      SignatureClaim signature, FormPolicy policy, FormValues values, FormRules forms)
      implements SignatureClaim {
    @Override
    public String accessKeyId() {
      return signature.accessKeyId();
    }

    @Override
    public Optional<ChunkSignatures> verify(AccessKey key) {
      Optional<ChunkSignatures> none = signature.verify(key);
      policy.check(values, forms);
      return none;
    }
  }
}
