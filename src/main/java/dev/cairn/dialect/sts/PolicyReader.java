package dev.cairn.dialect.sts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.model.Failure;
import dev.cairn.model.SessionPolicy;
import dev.cairn.model.SessionPolicy.Effect;
import dev.cairn.model.SessionPolicy.Names;
import dev.cairn.model.SessionPolicy.Statement;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.XmlWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads inline session policies: AWS's policy language, without variables, and with conditions on
 * listings only. What it does not know it refuses, since whoever wrote it counts on it.
 */
final class PolicyReader {
  /** In characters. */
  static final int LONGEST = 2048;

  private static final int DEPTH = 16;
  private static final String CURRENT = "2012-10-17";
  private static final Set<String> VERSIONS = Set.of(CURRENT, "2008-10-17");
  private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");
  private static final Set<String> OF_STATEMENTS =
      Set.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");
  private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+");

  /** In any partition: applications bring that of their cloud. */
  private static final Pattern ARN =
      Pattern.compile("arn:[a-z0-9*?-]*:([^:]*:[^:]*:[^:]*:.*)", Pattern.DOTALL);

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final boolean variables;

  private PolicyReader(boolean variables) {
    this.variables = variables;
  }

  /**
   * @throws dev.cairn.model.FailureException {@link Failure.MalformedPolicy}
   */
  static SessionPolicy read(String text) {
    JsonNode root = tree(text);
    only(root, ELEMENTS);
    JsonNode version = root.path("Version");
    if (!version.isMissingNode() && !VERSIONS.contains(version.asText())) {
      throw malformed("The policy must contain a valid version string");
    }
    PolicyReader reader = new PolicyReader(version.asText("").equals(CURRENT));
    List<Statement> statements = new ArrayList<>();
    for (JsonNode statement : list(root.path("Statement"))) {
      statements.add(reader.statement(statement));
    }
    if (statements.isEmpty()) {
      throw malformed("Syntax errors in policy: no Statement");
    }
    return new SessionPolicy(statements);
  }

  /** How much of the allowance a policy takes, in percent, where there is one. */
  static void writeSize(XmlWriter xml, Query query) {
    query
        .find("Policy")
        .ifPresent(
            policy ->
                xml.element("PackedPolicySize", Math.ceilDiv(100L * policy.length(), LONGEST)));
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw malformed("This policy contains invalid Json");
    }
  }

  private Statement statement(JsonNode node) {
    if (node.has("Principal") || node.has("NotPrincipal")) {
      throw malformed("Policy document should not specify a principal.");
    }
    only(node, OF_STATEMENTS);
    if (!node.path("Sid").isMissingNode() && !node.path("Sid").isTextual()) {
      throw malformed("Syntax errors in policy: Sid");
    }
    return new Statement(
        effect(node.path("Effect")),
        names(node, "Action", this::action),
        names(node, "Resource", this::resource),
        new ConditionReader(variables).read(node.path("Condition")));
  }

  private static Effect effect(JsonNode node) {
    return switch (node.asText("")) {
      case "Allow" -> Effect.ALLOW;
      case "Deny" -> Effect.DENY;
      default -> throw malformed("Syntax errors in policy: Effect must be Allow or Deny");
    };
  }

  private static Names names(
      JsonNode statement, String element, java.util.function.UnaryOperator<String> check) {
    boolean others = statement.has("Not" + element);
    if (others == statement.has(element)) {
      throw malformed(
          "Syntax errors in policy: a statement has either %s or Not%s"
              .formatted(element, element));
    }
    List<String> patterns = new ArrayList<>();
    for (JsonNode name : list(statement.path(others ? "Not" + element : element))) {
      patterns.add(check.apply(text(name, element)));
    }
    if (patterns.isEmpty()) {
      throw malformed("Policy statement must contain " + element + "s.");
    }
    return new Names(others, patterns);
  }

  private String action(String text) {
    if (!ACTION.matcher(text).matches()) {
      throw malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
    }
    return text;
  }

  private String resource(String text) {
    if (text.equals("*")) {
      return text;
    }
    if (variables && text.contains("${")) {
      throw malformed("Policy variables are not supported.");
    }
    var arn = ARN.matcher(text);
    if (!arn.matches()) {
      throw malformed("Resource " + text + " must be in ARN format or \"*\".");
    }
    return "arn:aws:" + arn.group(1);
  }

  /**
   * A text that can be kept: half a character would come back as a question mark, and stand for any
   * character.
   */
  static String text(JsonNode node, String element) {
    if (!node.isTextual()
        || node.textValue().indexOf('\0') >= 0
        || !StandardCharsets.UTF_8.newEncoder().canEncode(node.textValue())) {
      throw malformed("Syntax errors in policy: " + element);
    }
    return node.textValue();
  }

  /** One thing may stand for a list of one. */
  static List<JsonNode> list(JsonNode node) {
    if (node.isMissingNode()) {
      return List.of();
    }
    List<JsonNode> all = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(all::add);
    } else {
      all.add(node);
    }
    return all;
  }

  private static void only(JsonNode node, Set<String> known) {
    if (!node.isObject()) {
      throw malformed("Syntax errors in policy.");
    }
    Optional<String> unknown =
        node.propertyStream()
            .map(java.util.Map.Entry::getKey)
            .filter(n -> !known.contains(n))
            .findFirst();
    if (unknown.isPresent()) {
      throw malformed("Syntax errors in policy: unknown element " + unknown.get());
    }
  }

  private static RuntimeException malformed(String reason) {
    return new Failure.MalformedPolicy(reason).exception();
  }
}
