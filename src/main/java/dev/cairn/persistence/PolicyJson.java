package dev.cairn.persistence;

import dev.cairn.model.SessionPolicy;
import dev.cairn.model.SessionPolicy.Condition;
import dev.cairn.model.SessionPolicy.Effect;
import dev.cairn.model.SessionPolicy.Names;
import dev.cairn.model.SessionPolicy.Statement;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The documents that say what sessions are narrowed to. */
final class PolicyJson {
  private static final String EFFECT = "effect";
  private static final String ACTIONS = "actions";
  private static final String RESOURCES = "resources";
  private static final String OTHERS = "others";
  private static final String PATTERNS = "patterns";
  private static final String CONDITIONS = "conditions";
  private static final String FACT = "fact";
  private static final String NEGATED = "negated";
  private static final String WILDCARDS = "wildcards";
  private static final String VALUES = "values";

  private PolicyJson() {}

  static JsonArray of(List<SessionPolicy> policies) {
    JsonArray json = new JsonArray();
    policies.forEach(policy -> json.add(of(policy)));
    return json;
  }

  private static JsonArray of(SessionPolicy policy) {
    JsonArray json = new JsonArray();
    for (Statement statement : policy.statements()) {
      json.add(
          new JsonObject()
              .put(EFFECT, statement.effect().name())
              .put(ACTIONS, of(statement.actions()))
              .put(RESOURCES, of(statement.resources()))
              .put(CONDITIONS, ofConditions(statement.conditions())));
    }
    return json;
  }

  private static JsonArray ofConditions(List<Condition> conditions) {
    JsonArray json = new JsonArray();
    for (Condition condition : conditions) {
      json.add(
          new JsonObject()
              .put(FACT, condition.fact())
              .put(NEGATED, condition.negated())
              .put(WILDCARDS, condition.wildcards())
              .put(VALUES, new JsonArray(List.copyOf(condition.values()))));
    }
    return json;
  }

  private static JsonObject of(Names names) {
    return new JsonObject()
        .put(OTHERS, names.others())
        .put(PATTERNS, new JsonArray(List.copyOf(names.patterns())));
  }

  static List<SessionPolicy> policies(JsonArray json) {
    return json.stream().map(policy -> policy((JsonArray) policy)).toList();
  }

  private static SessionPolicy policy(JsonArray json) {
    return new SessionPolicy(
        json.stream().map(statement -> statement((JsonObject) statement)).toList());
  }

  private static Statement statement(JsonObject json) {
    return new Statement(
        Effect.valueOf(json.getString(EFFECT)),
        names(json.getJsonObject(ACTIONS)),
        names(json.getJsonObject(RESOURCES)),
        json.getJsonArray(CONDITIONS).stream().map(c -> condition((JsonObject) c)).toList());
  }

  private static Condition condition(JsonObject json) {
    return new Condition(
        json.getString(FACT),
        json.getBoolean(NEGATED),
        json.getBoolean(WILDCARDS),
        strings(json.getJsonArray(VALUES)));
  }

  private static Names names(JsonObject json) {
    return new Names(json.getBoolean(OTHERS), strings(json.getJsonArray(PATTERNS)));
  }

  private static List<String> strings(JsonArray json) {
    return json.stream().map(String.class::cast).toList();
  }
}
