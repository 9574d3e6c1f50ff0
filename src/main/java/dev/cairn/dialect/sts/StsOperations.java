package dev.cairn.dialect.sts;

import dev.cairn.dialect.Operation;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.OperationTable;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.Scope;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A parameter says which operation is meant. */
final class StsOperations implements OperationTable<Operation> {
  static final String VERSION = "2011-06-15";

  private static final String ACTION = "Action";
  private static final SortedSet<String> METHODS =
      Collections.unmodifiableSortedSet(new TreeSet<>(Set.of("GET", "POST")));
  private static final List<Operation> ALL =
      List.of(
          Operation.AssumeRole,
          Operation.GetSessionToken,
          Operation.GetFederationToken,
          Operation.GetCallerIdentity);

  @Override
  public Operation match(String method, Scope scope, Query query, Headers headers) {
    if (!METHODS.contains(method)) {
      throw new Failure.MethodNotAllowed(method, scope.name(), METHODS).exception();
    }
    Optional<String> action = query.find(ACTION).filter(name -> !name.isEmpty());
    boolean otherVersion = query.find("Version").filter(v -> !v.equals(VERSION)).isPresent();
    return action
        .filter(name -> !otherVersion)
        .flatMap(name -> ALL.stream().filter(o -> o.name().equals(name)).findFirst())
        .orElseThrow(() -> new Failure.UnknownAction(action).exception());
  }

  @Override
  public List<Row<Operation>> rows() {
    return ALL.stream()
        .map(o -> new Row<>("POST", Scope.SERVICE, Set.of(ACTION + "=" + o), Set.of(), o))
        .toList();
  }
}
