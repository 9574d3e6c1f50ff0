package dev.cairn.dialect.s2;

import static dev.cairn.protocol.Scope.BUCKET;
import static dev.cairn.protocol.Scope.OBJECT;

import dev.cairn.dialect.Operation;
import dev.cairn.dialect.family.OperationRows;
import dev.cairn.protocol.OperationTable.Row;
import java.util.List;
import java.util.Set;

/** What each S2 operation looks like on the wire: those that are built and those that are not. */
final class S2OperationRows {
  /** Further sub-resources that S2 signs, and whose pages are not public. */
  static final Set<String> UNPUBLISHED =
      Set.of("additional_acl", "copy", "defaultObjectAcl", "relax", "storageClass");

  private S2OperationRows() {}

  static List<Row<Operation>> all() {
    return OperationRows.baseline("x-amz-")
        .withAwsReads()
        .withAwsSettings()
        .row("GET", BUCKET, Operation.GetBucketMeta, "meta")
        .rowWithHeaders(
            "PUT", OBJECT, Operation.AppendObject, Set.of(), Set.of(S2AppendForm.POSITION))
        // Refused by its codec: what is appended is sent.
        .rowWithHeaders(
            "PUT",
            OBJECT,
            Operation.AppendObject,
            Set.of(),
            Set.of(S2AppendForm.POSITION, S2AppendForm.COPY_SOURCE))
        .all();
  }
}
