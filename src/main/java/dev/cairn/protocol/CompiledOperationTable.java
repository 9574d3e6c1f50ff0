package dev.cairn.protocol;

import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An operation table that is compiled once and refuses what it does not understand.
 *
 * <p>A <em>sub-resource</em> says what a request is about ({@code ?policy}); a request matches only
 * rows that ask for exactly the sub-resources that it has, so that none can be dropped and {@code
 * DELETE /bucket?policy} cannot become DeleteBucket. Among those rows, the one that asks for more
 * (parameters with a value, headers) is tried first.
 */
public final class CompiledOperationTable<O extends Enum<O>> implements OperationTable<O> {
  private final List<Row<O>> rows;
  private final Set<String> subResources;
  private final Set<String> parameters;

  /** Names that mean something to the dialect; what others say changes nothing. */
  private final Set<String> known = new HashSet<>();

  private final Map<String, List<List<CompiledRow<O>>>> byMethod = new HashMap<>();

  /**
   * Compiles the rows.
   *
   * @param subResources that the dialect knows besides those that stand alone in a row
   * @param parameters that may come without a value ({@code prefix=}) and decide nothing
   * @throws IllegalStateException for rows that could match the same request alike, and for words
   *     that contradict each other
   */
  public CompiledOperationTable(
      List<Row<O>> rows, Set<String> subResources, Set<String> parameters) {
    this.rows = List.copyOf(rows);
    this.subResources = subResourcesOf(rows, subResources);
    this.parameters = Set.copyOf(parameters);
    known.addAll(this.subResources);
    known.addAll(parameters);
    rows.forEach(row -> row.queryKeys().forEach(key -> known.add(key.split("=", 2)[0])));
    for (String name : parameters) {
      if (this.subResources.contains(name)) {
        throw new IllegalStateException(name + " is a sub-resource and a parameter");
      }
    }
    for (Row<O> row : rows) {
      cell(row.method(), row.scope()).add(new CompiledRow<>(row, this.subResources));
    }
    byMethod.values().forEach(scopes -> scopes.forEach(CompiledOperationTable::arrange));
  }

  @Override
  public List<Row<O>> rows() {
    return rows;
  }

  @Override
  public O match(String method, Scope scope, Query query, Headers headers) {
    List<List<CompiledRow<O>>> scopes = byMethod.get(method);
    if (scopes == null) {
      throw notAllowed(method, scope);
    }
    List<String> asked = List.of();
    String unknown = null;
    refuseRepeated(query.parameters());
    for (Query.Parameter parameter : query.parameters()) {
      String name = parameter.name();
      if (subResources.contains(name)) {
        asked = with(asked, name);
      } else if (unknown == null && parameter.value().isEmpty() && !parameters.contains(name)) {
        unknown = name;
      }
    }
    for (CompiledRow<O> row : scopes.get(scope.ordinal())) {
      if (row.matches(asked, query, headers)) {
        if (unknown != null && !row.names(unknown)) {
          throw new Failure.NotImplemented(unknown).exception();
        }
        return row.operation();
      }
    }
    throw unknown != null
        ? new Failure.NotImplemented(unknown).exception()
        : refusal(method, scope, asked);
  }

  /** Of two values, one reader of the request would take the first and another one the last. */
  private void refuseRepeated(List<Query.Parameter> parameters) {
    for (int i = 1; i < parameters.size(); i++) {
      String name = parameters.get(i).name();
      if (!known.contains(name)) {
        continue; // thousands of them fit into a request line, and each would be compared with all
      }
      for (int j = 0; j < i; j++) {
        if (parameters.get(j).name().equals(name)) {
          throw new Failure.InvalidArgument(
                  name, parameters.get(i).value(), "This parameter may be given once only.")
              .exception();
        }
      }
    }
  }

  /** Why no row matches, of a request whose every word is known. */
  private FailureException refusal(String method, Scope scope, List<String> asked) {
    if (asked.isEmpty()) {
      return notAllowed(method, scope);
    }
    if (asked.size() > 1) {
      String both = String.join(" and ", asked);
      return new Failure.InvalidRequest(both + " cannot be asked for together").exception();
    }
    String name = asked.getFirst();
    if (byMethod.get(method).get(scope.ordinal()).stream().anyMatch(row -> row.names(name))) {
      return new Failure.InvalidRequest(name + " lacks what belongs to it").exception();
    }
    return new Failure.NotImplemented(name).exception();
  }

  private FailureException notAllowed(String method, Scope scope) {
    TreeSet<String> allowed = new TreeSet<>();
    byMethod.forEach(
        (name, scopes) -> {
          if (scopes.get(scope.ordinal()).stream().anyMatch(CompiledRow::isOfTheWhole)) {
            allowed.add(name);
          }
        });
    return new Failure.MethodNotAllowed(method, scope.name(), allowed).exception();
  }

  private static List<String> with(List<String> names, String name) {
    if (names.isEmpty()) {
      return List.of(name);
    }
    if (names.contains(name)) {
      return names;
    }
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return more;
  }

  private List<CompiledRow<O>> cell(String method, Scope scope) {
    return byMethod
        .computeIfAbsent(
            method,
            m -> {
              List<List<CompiledRow<O>>> scopes = new ArrayList<>();
              for (Scope ignored : Scope.values()) {
                scopes.add(new ArrayList<>());
              }
              return scopes;
            })
        .get(scope.ordinal());
  }

  private static <O> void arrange(List<CompiledRow<O>> cell) {
    cell.sort(Comparator.<CompiledRow<O>>comparingInt(CompiledRow::specificity).reversed());
    for (int i = 0; i < cell.size(); i++) {
      for (int j = i + 1; j < cell.size(); j++) {
        if (cell.get(i).ambiguousWith(cell.get(j)) && !isDecided(cell, cell.get(i), cell.get(j))) {
          throw new IllegalStateException(
              "a request could match both " + cell.get(i).row() + " and " + cell.get(j).row());
        }
      }
    }
  }

  /** Whether a third row asks for what both ask for together, and so comes before them. */
  private static <O> boolean isDecided(
      List<CompiledRow<O>> cell, CompiledRow<O> one, CompiledRow<O> other) {
    return cell.stream().anyMatch(row -> row.asksForBoth(one, other));
  }

  /** The given ones, and every name that stands alone in a row. */
  private static <O> Set<String> subResourcesOf(List<Row<O>> rows, Set<String> given) {
    Set<String> names = new HashSet<>(given);
    for (Row<O> row : rows) {
      if (row.queryKeys().size() == 1 && row.queryKeys().stream().noneMatch(k -> k.contains("="))) {
        names.addAll(row.queryKeys());
      }
    }
    return Set.copyOf(names);
  }
}
