package dev.cairn.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A row of an operation table, its words sorted by what they decide. */
final class CompiledRow<O> {
  /** A parameter that decides something without being a sub-resource; any value where null. */
  private record Qualifier(String name, String value) {
    boolean holds(Query query) {
      return query.find(name).filter(v -> value == null || v.equals(value)).isPresent();
    }

    boolean excludes(Qualifier other) {
      return name.equals(other.name)
          && value != null
          && other.value != null
          && !value.equals(other.value);
    }
  }

  private final OperationTable.Row<O> row;
  private final Set<String> subResources;
  private final List<Qualifier> qualifiers;

  CompiledRow(OperationTable.Row<O> row, Set<String> known) {
    this.row = row;
    List<Qualifier> others = new ArrayList<>();
    List<String> subs = new ArrayList<>();
    for (String key : row.queryKeys()) {
      int equals = key.indexOf('=');
      String name = equals < 0 ? key : key.substring(0, equals);
      if (known.contains(name)) {
        subs.add(name);
      }
      if (equals >= 0 || !known.contains(name)) {
        others.add(new Qualifier(name, equals < 0 ? null : key.substring(equals + 1)));
      }
    }
    this.subResources = Set.copyOf(subs);
    this.qualifiers = List.copyOf(others);
    if (subs.isEmpty() && others.stream().anyMatch(qualifier -> qualifier.value() == null)) {
      throw new IllegalStateException("no word of " + row + " is known as a sub-resource");
    }
  }

  OperationTable.Row<O> row() {
    return row;
  }

  O operation() {
    return row.operation();
  }

  /** Whether it is about the bucket or the object, and not about a sub-resource. */
  boolean isOfTheWhole() {
    return subResources.isEmpty();
  }

  int specificity() {
    return row.queryKeys().size() + row.headers().size();
  }

  boolean matches(List<String> asked, Query query, Headers headers) {
    if (asked.size() != subResources.size() || !subResources.containsAll(asked)) {
      return false;
    }
    for (Qualifier qualifier : qualifiers) {
      if (!qualifier.holds(query)) {
        return false;
      }
    }
    for (String header : row.headers()) {
      if (!headers.has(header)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the row asks for this parameter. */
  boolean names(String name) {
    return subResources.contains(name) || qualifiers.stream().anyMatch(q -> q.name().equals(name));
  }

  /** Whether a request can match both, and neither is the other with something more. */
  boolean ambiguousWith(CompiledRow<O> other) {
    if (!subResources.equals(other.subResources)) {
      return false;
    }
    boolean exclusive =
        qualifiers.stream().anyMatch(q -> other.qualifiers.stream().anyMatch(q::excludes));
    return !exclusive && (sameWords(other) || !(asksAllOf(other) || other.asksAllOf(this)));
  }

  /** Whether it asks for exactly what these two ask for together, and neither for all of it. */
  boolean asksForBoth(CompiledRow<O> one, CompiledRow<O> other) {
    Set<String> keys = new HashSet<>(one.row.queryKeys());
    keys.addAll(other.row.queryKeys());
    Set<String> headers = new HashSet<>(one.row.headers());
    headers.addAll(other.row.headers());
    return row.queryKeys().equals(keys)
        && row.headers().equals(headers)
        && !sameWords(one)
        && !sameWords(other);
  }

  private boolean sameWords(CompiledRow<O> other) {
    return asksAllOf(other) && other.asksAllOf(this);
  }

  private boolean asksAllOf(CompiledRow<O> other) {
    return row.queryKeys().containsAll(other.row.queryKeys())
        && row.headers().containsAll(other.row.headers());
  }
}
