package dev.cairn.dialect.family.form;

import dev.cairn.dialect.family.form.PolicyCondition.LengthRange;
import dev.cairn.dialect.family.form.PolicyCondition.OfField;
import dev.cairn.model.Failure;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What somebody signed: which forms may be posted in their name, and until when. */
public record FormPolicy(Instant expiration, List<PolicyCondition> conditions) {
  public FormPolicy {
    conditions = List.copyOf(conditions);
  }

  /**
   * Reads a policy.
   *
   * @throws dev.cairn.model.FailureException InvalidPolicy
   */
  public static FormPolicy parse(String base64, FormRules rules) {
    return new PolicyReader(rules).read(base64);
  }

  /**
   * @throws dev.cairn.model.FailureException PolicyNotMet
   */
  public void requireCurrent(Instant now) {
    if (!now.isBefore(expiration)) {
      throw new Failure.PolicyNotMet("Policy expired.").exception();
    }
  }

  /**
   * Compares the fields with the conditions, and looks for fields that have none.
   *
   * @throws dev.cairn.model.FailureException PolicyNotMet
   */
  public void check(FormValues form, FormRules rules) {
    Set<String> conditioned = new HashSet<>();
    for (PolicyCondition condition : conditions) {
      if (condition instanceof OfField ofField) {
        conditioned.add(ofField.field());
        if (!ofField.isMetBy(form.find(ofField.field()))) {
          throw new Failure.PolicyNotMet("Policy Condition failed: " + condition).exception();
        }
      }
    }
    rules.unconditioned().ifPresent(exempt -> requireAll(form, conditioned, exempt));
  }

  private static void requireAll(FormValues form, Set<String> conditioned, Set<String> exempt) {
    for (String name : form.names()) {
      if (!conditioned.contains(name)
          && !exempt.contains(name)
          && !name.startsWith(FormRules.IGNORED)) {
        throw new Failure.PolicyNotMet("Extra input fields: " + name).exception();
      }
    }
  }

  /** The least number of bytes that the file must have. */
  long minimumLength() {
    return ranges().stream().mapToLong(LengthRange::minimum).max().orElse(0);
  }

  /** The greatest number of bytes that the file may have. */
  long maximumLength() {
    return ranges().stream().mapToLong(LengthRange::maximum).min().orElse(Long.MAX_VALUE);
  }

  private List<LengthRange> ranges() {
    return conditions.stream()
        .filter(LengthRange.class::isInstance)
        .map(LengthRange.class::cast)
        .toList();
  }
}
