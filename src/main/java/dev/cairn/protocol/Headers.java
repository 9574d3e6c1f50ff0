package dev.cairn.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Header fields in the order in which they came; names compare without regard to case. Immutable.
 */
public final class Headers {
  public static final Headers NONE = new Headers(List.of());

  /** One field as it was sent. */
  public record Field(String name, String value) {}

  private final List<Field> fields;

  /** Made when somebody asks for a name: those of answers are only ever written. */
  private volatile Map<String, List<String>> byName;

  private Headers(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  private Map<String, List<String>> byName() {
    Map<String, List<String>> known = byName;
    if (known == null) {
      known = new TreeMap<>();
      for (Field field : fields) {
        known
            .computeIfAbsent(field.name().toLowerCase(Locale.ROOT), n -> new ArrayList<>(1))
            .add(field.value());
      }
      byName = known;
    }
    return known;
  }

  public static Headers of(List<Field> fields) {
    return fields.isEmpty() ? NONE : new Headers(fields);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The value of the field; of a repeated one, the first. */
  public Optional<String> first(String name) {
    List<String> values = byName().get(name.toLowerCase(Locale.ROOT));
    return values == null ? Optional.empty() : Optional.of(values.getFirst());
  }

  public List<String> all(String name) {
    List<String> values = byName().get(name.toLowerCase(Locale.ROOT));
    return values == null ? List.of() : List.copyOf(values);
  }

  public boolean has(String name) {
    return byName().containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** Names in lower case, in order of the alphabet. */
  public Iterable<String> names() {
    return byName().keySet();
  }

  public List<Field> fields() {
    return fields;
  }

  /** Collects fields. */
  public static final class Builder {
    private final List<Field> fields = new ArrayList<>();

    public Builder add(String name, String value) {
      fields.add(new Field(name, value));
      return this;
    }

    public Builder addAll(Headers headers) {
      fields.addAll(headers.fields);
      return this;
    }

    public Headers build() {
      return Headers.of(fields);
    }
  }
}
