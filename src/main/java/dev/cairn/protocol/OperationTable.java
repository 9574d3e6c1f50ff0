package dev.cairn.protocol;

import java.util.Set;

/**
 * Which operation a request means: rows compiled at start-up, ordered by specificity.
 *
 * @param <O> the enumeration of operations
 */
public interface OperationTable<O extends Enum<O>> {
  /**
   * One row.
   *
   * @param queryKeys names that must be in the query; {@code name=value} requires the value too
   * @param headers names that must be among the headers
   */
  record Row<O>(
      String method, Scope scope, Set<String> queryKeys, Set<String> headers, O operation) {
    public Row {
      queryKeys = Set.copyOf(queryKeys);
      headers = Set.copyOf(headers);
    }
  }

  /**
   * @throws dev.cairn.model.FailureException MethodNotAllowed; NotImplemented for a sub-resource
   *     that no row knows, or none of this method; InvalidRequest for two that no row joins;
   *     InvalidArgument for a parameter that is known and given twice
   */
  O match(String method, Scope scope, Query query, Headers headers);

  /** All rows, for documentation and tests. */
  java.util.List<Row<O>> rows();
}
