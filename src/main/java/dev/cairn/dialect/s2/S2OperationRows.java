package dev.cairn.dialect.s2;

import static dev.cairn.protocol.Scope.BUCKET;

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
        .all();
  }
}
