package dev.cairn.dialect.oss;

import static dev.cairn.protocol.Scope.BUCKET;
import static dev.cairn.protocol.Scope.OBJECT;

import dev.cairn.dialect.Operation;
import dev.cairn.dialect.family.OperationRows;
import dev.cairn.protocol.CompiledOperationTable;
import dev.cairn.protocol.OperationTable;
import dev.cairn.protocol.OperationTable.Row;
import java.util.List;
import java.util.Set;

/** What each OSS operation looks like on the wire: those that are built and those that are not. */
final class OssOperationRows {
  /** Sub-resources that are known by name, and refused: nothing of them is built. */
  private static final Set<String> UNBUILT =
      Set.of(
          "accessPoint",
          "accessPointPolicy",
          "asyncFetch",
          "bucketArchiveDirectRead",
          "cleanRestoredObject",
          "cname",
          "comp",
          "httpsConfig",
          "img",
          "inventory",
          "legalHold",
          "live",
          "metaQuery",
          "objectWorm",
          "policyStatus",
          "processConfiguration",
          "publicAccessBlock",
          "qos",
          "qosInfo",
          "redundancyTransition",
          "referer",
          "regionList",
          "replicationLocation",
          "replicationProgress",
          "resourceGroup",
          "retention",
          "seal",
          "style",
          "transferAcceleration",
          "udf",
          "vod",
          "worm",
          "wormExtend",
          "wormId",
          "x-oss-async-process",
          "x-oss-process",
          "x-oss-rename",
          "callback");

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
          "x-oss-additional-headers");

  private OssOperationRows() {}

  static List<Row<Operation>> all() {
    return OperationRows.baseline("x-oss-")
        .row("GET", BUCKET, Operation.ListObjectsV2, "list-type=2")
        .row("GET", BUCKET, Operation.GetBucketInfo, "bucketInfo")
        .row("GET", BUCKET, Operation.GetBucketStat, "stat")
        .row("HEAD", OBJECT, Operation.GetObjectMeta, "objectMeta")
        .row("GET", OBJECT, Operation.GetObjectMeta, "objectMeta")
        .row("POST", OBJECT, Operation.AppendObject, "append")
        .row("PUT", OBJECT, Operation.PutSymlink, "symlink")
        .row("GET", OBJECT, Operation.GetSymlink, "symlink")
        .setting(
            "encryption",
            Operation.GetBucketEncryption,
            Operation.PutBucketEncryption,
            Operation.DeleteBucketEncryption)
        .setting(
            "replication",
            Operation.GetBucketReplication,
            Operation.PutBucketReplication,
            Operation.DeleteBucketReplication)
        .setting(
            "requestPayment", Operation.GetBucketRequestPayment, Operation.PutBucketRequestPayment)
        .all();
  }

  static OperationTable<Operation> table() {
    return new CompiledOperationTable<>(all(), UNBUILT, PARAMETERS);
  }
}
