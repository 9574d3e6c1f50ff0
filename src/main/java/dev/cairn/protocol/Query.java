package dev.cairn.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Query parameters in the order in which they came; names compare exactly. */
public final class Query {
  /**
   * One parameter.
   *
   * @param rawValue still percent-encoded; null for a name without {@code =}
   * @param value decoded; empty for a name without {@code =}
   */
  public record Parameter(String rawName, String rawValue, String name, String value) {}

  private final List<Parameter> parameters;

  private Query(List<Parameter> parameters) {
    this.parameters = List.copyOf(parameters);
  }

  /**
   * Splits and decodes ({@code %XX} as UTF-8, {@code +} as a blank).
   *
   * @throws dev.cairn.model.FailureException {@link dev.cairn.model.Failure.InvalidUri}
   */
  public static Query parse(String rawQuery) {
    List<Parameter> parameters = new ArrayList<>();
    if (rawQuery != null && !rawQuery.isEmpty()) {
      for (String piece : rawQuery.split("&", -1)) {
        if (piece.isEmpty()) {
          continue;
        }
        int equals = piece.indexOf('=');
        String rawName = equals < 0 ? piece : piece.substring(0, equals);
        String rawValue = equals < 0 ? null : piece.substring(equals + 1);
        parameters.add(
            new Parameter(
                rawName,
                rawValue,
                PercentCoding.decodeQuery(rawName),
                rawValue == null ? "" : PercentCoding.decodeQuery(rawValue)));
      }
    }
    return new Query(parameters);
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  /** Whether one of these names is there. */
  public boolean hasAny(Set<String> names) {
    for (Parameter parameter : parameters) {
      if (names.contains(parameter.name())) {
        return true;
      }
    }
    return false;
  }

  public boolean has(String name) {
    return find(name).isPresent();
  }

  /** The decoded value; of a repeated parameter, the first. */
  public Optional<String> find(String name) {
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(name)) {
        return Optional.of(parameter.value());
      }
    }
    return Optional.empty();
  }
}
