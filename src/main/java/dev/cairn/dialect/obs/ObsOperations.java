package dev.cairn.dialect.obs;

import dev.cairn.dialect.Operation;
import dev.cairn.model.Failure;
import dev.cairn.protocol.CompiledOperationTable;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.OperationTable;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The operation table of OBS. A deletion with a parameter that OBS does not know is refused: what
 * was meant to narrow it must not be dropped.
 */
final class ObsOperations implements OperationTable<Operation> {
  /** Parameters that SDKs also send without a value, and that never change the operation. */
  private static final Set<String> PARAMETERS =
      Set.of(
          "continuation-token",
          "delimiter",
          "encoding-type",
          "fetch-owner",
          "key-marker",
          "list-type",
          "marker",
          "max-keys",
          "max-parts",
          "max-uploads",
          "part-number-marker",
          "prefix",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires",
          "start-after",
          "upload-id-marker",
          "version-id-marker",
          "versionId",
          "x-id");

  /** Native sub-resources that never come alone. */
  private static final Set<String> OF_FILES = Set.of("append", "modify", "truncate", "rename");

  /** What a signed URL consists of. */
  private static final Set<String> OF_SIGNATURES =
      Set.of("AWSAccessKeyId", "AccessKeyId", "Expires", "Policy", "Signature");

  private final CompiledOperationTable<Operation> table;
  private final Set<String> ofDeletions = new HashSet<>(OF_SIGNATURES);

  ObsOperations(ObsForm form) {
    List<Row<Operation>> rows = ObsOperationRows.of(form);
    this.table =
        new CompiledOperationTable<>(
            rows, form == ObsForm.NATIVE ? OF_FILES : Set.of(), PARAMETERS);
    this.ofDeletions.add("versionId");
    rows.forEach(row -> this.ofDeletions.addAll(row.queryKeys()));
  }

  @Override
  public Operation match(String method, Scope scope, Query query, Headers headers) {
    if (method.equals("DELETE")) {
      query.parameters().forEach(this::requireKnown);
    }
    return table.match(method, scope, query, headers);
  }

  private void requireKnown(Query.Parameter parameter) {
    String name = parameter.name();
    if (!ofDeletions.contains(name) && !name.toLowerCase(Locale.ROOT).startsWith("x-")) {
      throw new Failure.InvalidArgument(name, parameter.value(), "Unsupported parameter")
          .exception();
    }
  }

  @Override
  public List<Row<Operation>> rows() {
    return table.rows();
  }
}
