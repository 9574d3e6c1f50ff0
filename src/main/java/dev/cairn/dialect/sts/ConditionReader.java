package dev.cairn.dialect.sts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.model.Failure;
import dev.cairn.model.SessionPolicy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the conditions of a statement: those about what a listing asks for. */
final class ConditionReader {
  private record Comparison(boolean negated, boolean wildcards) {}

  private static final Map<String, Comparison> OPERATORS =
      Map.of(
          "StringEquals", new Comparison(false, false),
          "StringNotEquals", new Comparison(true, false),
          "StringLike", new Comparison(false, true),
          "StringNotLike", new Comparison(true, true));

  private static final Set<String> FACTS = Set.of("s3:prefix", "s3:delimiter");

  /** Whether {@code ${…}} stands for something else. */
  private final boolean variables;

  ConditionReader(boolean variables) {
    this.variables = variables;
  }

  /**
   * @param node an object of operators, each an object of facts with their values
   * @throws dev.cairn.model.FailureException {@link Failure.MalformedPolicy}
   */
  List<Condition> read(JsonNode node) {
    if (node.isMissingNode()) {
      return List.of();
    }
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operator : members(node)) {
      Comparison comparison = OPERATORS.get(operator.getKey());
      if (comparison == null) {
        throw malformed("Conditions with " + operator.getKey() + " are not supported.");
      }
      for (Map.Entry<String, JsonNode> fact : members(operator.getValue())) {
        String name = fact.getKey().toLowerCase(Locale.ROOT);
        if (!FACTS.contains(name)) {
          throw malformed("Conditions on " + fact.getKey() + " are not supported.");
        }
        conditions.add(
            new Condition(
                name, comparison.negated(), comparison.wildcards(), values(fact.getValue())));
      }
    }
    return conditions;
  }

  private static List<Map.Entry<String, JsonNode>> members(JsonNode node) {
    if (!node.isObject()) {
      throw malformed("Syntax errors in policy: Condition");
    }
    return node.propertyStream().toList();
  }

  private List<String> values(JsonNode node) {
    List<String> values = new ArrayList<>();
    for (JsonNode value : PolicyReader.list(node)) {
      String text = PolicyReader.text(value, "the value of a condition");
      if (variables && text.contains("${")) {
        throw malformed("Policy variables are not supported.");
      }
      values.add(text);
    }
    if (values.isEmpty()) {
      throw malformed("Syntax errors in policy: a condition without values");
    }
    return values;
  }

  private static RuntimeException malformed(String reason) {
    return new Failure.MalformedPolicy(reason).exception();
  }
}
