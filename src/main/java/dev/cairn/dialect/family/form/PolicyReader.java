package dev.cairn.dialect.family.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.IsoDates;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads policies: JSON in UTF-8, in base64. What is not understood is refused. */
final class PolicyReader {
  /** As lenient as AWS: its pages escape the dollar sign, and print commas before the end. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final String EXPIRATION = "expiration";
  private static final String CONDITIONS = "conditions";
  private static final String SHORT_DATE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z";

  private final FormRules rules;

  PolicyReader(FormRules rules) {
    this.rules = rules;
  }

  FormPolicy read(String base64) {
    JsonNode policy = tree(base64);
    if (!policy.isObject()) {
      throw invalid("Invalid JSON.");
    }
    for (Map.Entry<String, JsonNode> member : policy.properties()) {
      if (!member.getKey().equals(EXPIRATION) && !member.getKey().equals(CONDITIONS)) {
        throw invalid("Unexpected: '" + member.getKey() + "'.");
      }
    }
    JsonNode conditions = policy.path(CONDITIONS);
    if (!conditions.isArray()) {
      throw invalid("Policy missing conditions.");
    }
    List<PolicyCondition> read = new ArrayList<>();
    conditions.forEach(condition -> add(condition, read));
    return new FormPolicy(expiration(policy.path(EXPIRATION)), read);
  }

  private static JsonNode tree(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return JSON.readTree(text);
    } catch (IllegalArgumentException e) {
      throw new FailureException(new Failure.InvalidPolicy("Invalid base64."), e);
    } catch (CharacterCodingException | JsonProcessingException e) {
      throw new FailureException(new Failure.InvalidPolicy("Invalid JSON."), e);
    }
  }

  private Instant expiration(JsonNode node) {
    if (!node.isTextual()) {
      throw invalid("Policy missing expiration.");
    }
    String text = node.textValue();
    RuntimeException unreadable = invalid("Invalid 'expiration' value: '" + text + "'");
    if (rules.shortDates() && !text.matches(SHORT_DATE)) {
      throw unreadable;
    }
    return IsoDates.parse(text).orElseThrow(() -> unreadable);
  }

  private void add(JsonNode condition, List<PolicyCondition> read) {
    if (condition.isObject() && !condition.isEmpty()) {
      for (Map.Entry<String, JsonNode> exact : condition.properties()) {
        read.add(
            new PolicyCondition.Equal(
                exact.getKey().toLowerCase(Locale.ROOT), text(exact.getValue())));
      }
    } else if (condition.isArray() && condition.size() == 3 && condition.get(0).isTextual()) {
      read.add(operation(condition));
    } else {
      throw invalid("Invalid condition.");
    }
  }

  private PolicyCondition operation(JsonNode condition) {
    String operator = condition.get(0).textValue().toLowerCase(Locale.ROOT);
    JsonNode first = condition.get(1);
    JsonNode second = condition.get(2);
    return switch (operator) {
      case "eq" -> new PolicyCondition.Equal(field(first), text(second));
      case "starts-with" -> new PolicyCondition.StartsWith(field(first), text(second));
      case "content-length-range" -> range(length(first), length(second));
      case "in", "not-in" -> listed(first, second, operator.equals("in"));
      default -> throw invalid("Unknown operator '" + operator + "'.");
    };
  }

  private PolicyCondition listed(JsonNode field, JsonNode values, boolean wanted) {
    if (!rules.lists() || !values.isArray()) {
      throw invalid("Invalid condition.");
    }
    Set<String> texts =
        StreamSupport.stream(values.spliterator(), false)
            .map(PolicyReader::text)
            .collect(Collectors.toSet());
    return new PolicyCondition.Listed(field(field), texts, wanted);
  }

  private static PolicyCondition range(long minimum, long maximum) {
    if (minimum > maximum) {
      throw invalid("Invalid content-length-range.");
    }
    return new PolicyCondition.LengthRange(minimum, maximum);
  }

  private static String field(JsonNode node) {
    String text = text(node);
    if (!text.startsWith("$") || text.length() == 1) {
      throw invalid("A condition's field begins with a dollar sign.");
    }
    return text.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String text(JsonNode node) {
    if (!node.isTextual() && !node.isIntegralNumber()) {
      throw invalid("Invalid condition.");
    }
    return node.asText();
  }

  private static long length(JsonNode node) {
    String digits = node.isTextual() || node.isIntegralNumber() ? node.asText() : "";
    if (!digits.matches("[0-9]{1,18}")) {
      throw invalid("Invalid content-length-range.");
    }
    return Long.parseLong(digits);
  }

  private static RuntimeException invalid(String reason) {
    return new Failure.InvalidPolicy(reason).exception();
  }
}
