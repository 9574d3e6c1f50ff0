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

  /** One rule, about these actions on these resources. */
  public record Statement(Effect effect, Names actions, Names resources) {
    public Statement {
      Objects.requireNonNull(effect, "effect");
      Objects.requireNonNull(actions, "actions");
      Objects.requireNonNull(resources, "resources");
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
      if (statement.actions().coverInAnyCase(access.action())
          && statement.resources().cover(access.resource())) {
        if (statement.effect() == Effect.DENY) {
          return false;
        }
        allowed = true;
      }
    }
    return allowed;
  }
}
