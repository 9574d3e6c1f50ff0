package dev.cairn.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a session is narrowed to. It never gives anything: whatever it allows, the account must be
 * allowed too.
 */
public record SessionPolicy(List<Statement> statements) {
  /** Allows nothing at all. */
  public static final SessionPolicy NOTHING = new SessionPolicy(List.of());

  /** Whether what a statement covers is allowed or forbidden. */
  public enum Effect {
    ALLOW,
    DENY
  }

  /** One rule, about these actions on these resources, where all the conditions hold. */
  public record Statement(
      Effect effect, Names actions, Names resources, List<Condition> conditions) {
    public Statement {
      Objects.requireNonNull(effect, "effect");
      Objects.requireNonNull(actions, "actions");
      Objects.requireNonNull(resources, "resources");
      conditions = List.copyOf(conditions);
    }

    /** Without conditions. */
    public Statement(Effect effect, Names actions, Names resources) {
      this(effect, actions, resources, List.of());
    }

    private boolean concerns(Access access) {
      return actions.coverInAnyCase(access.action())
          && resources.cover(access.resource())
          && conditions.stream().allMatch(condition -> condition.holds(access));
    }
  }

  /**
   * What must be so of a request.
   *
   * @param fact name of it
   * @param negated whether it must be none of the values; one that is not there is none of any
   * @param wildcards whether the values are patterns
   */
  public record Condition(String fact, boolean negated, boolean wildcards, List<String> values) {
    public Condition {
      Objects.requireNonNull(fact, "fact");
      values = List.copyOf(values);
    }

    private boolean holds(Access access) {
      String actual = access.facts().get(fact);
      return negated != (actual != null && values.stream().anyMatch(v -> fits(v, actual)));
    }

    private boolean fits(String value, String actual) {
      return wildcards ? Wildcards.match(value, actual) : value.equals(actual);
    }
  }

  /**
   * A set of names.
   *
   * @param others whether all names are meant but those that fit the patterns
   * @param patterns with {@code *} and {@code ?}
   */
  public record Names(boolean others, List<String> patterns) {
    public Names {
      patterns = List.copyOf(patterns);
    }

    private boolean cover(String name) {
      return others != patterns.stream().anyMatch(pattern -> Wildcards.match(pattern, name));
    }

    private boolean coverInAnyCase(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      return others
          != patterns.stream()
              .anyMatch(pattern -> Wildcards.match(pattern.toLowerCase(Locale.ROOT), lower));
    }
  }

  public SessionPolicy {
    statements = List.copyOf(statements);
  }

  /** Whether a statement allows it and none forbids it. Names of actions have no letter case. */
  public boolean allows(Access access) {
    boolean allowed = false;
    for (Statement statement : statements) {
      if (statement.concerns(access)) {
        if (statement.effect() == Effect.DENY) {
          return false;
        }
        allowed = true;
      }
    }
    return allowed;
  }
}
