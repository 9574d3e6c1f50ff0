package dev.cairn.dialect.family.form;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * One condition of a policy.
 *
 * <p>Those of fields name theirs in lower case; a form that lacks the field does not meet them.
 */
sealed interface PolicyCondition {
  /** The field must have this value. */
  record Equal(String field, String value) implements OfField {
    @Override
    public boolean allows(String given) {
      return given.equals(value);
    }

    @Override
    public String toString() {
      return "[\"eq\", \"$" + field + "\", \"" + value + "\"]";
    }
  }

  /** The field must begin so; of content types in a list, each of them. */
  record StartsWith(String field, String prefix) implements OfField {
    @Override
    public boolean allows(String given) {
      return field.equals("content-type")
          ? Arrays.stream(given.split(",", -1)).allMatch(type -> type.strip().startsWith(prefix))
          : given.startsWith(prefix);
    }

    @Override
    public String toString() {
      return "[\"starts-with\", \"$" + field + "\", \"" + prefix + "\"]";
    }
  }

  /** The field must have one of these values, or none of them. */
  record Listed(String field, Set<String> values, boolean wanted) implements OfField {
    @Override
    public boolean allows(String given) {
      return values.contains(given) == wanted;
    }

    @Override
    public String toString() {
      return "[\"" + (wanted ? "in" : "not-in") + "\", \"$" + field + "\", " + values + "]";
    }
  }

  /** The file must have so many bytes. */
  record LengthRange(long minimum, long maximum) implements PolicyCondition {}

  /** A condition of one field. */
  sealed interface OfField extends PolicyCondition {
    String field();

    boolean allows(String given);

    default boolean isMetBy(Optional<String> given) {
      return given.filter(this::allows).isPresent();
    }
  }
}
