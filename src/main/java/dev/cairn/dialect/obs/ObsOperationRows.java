package dev.cairn.dialect.obs;

import static dev.cairn.protocol.Scope.BUCKET;
import static dev.cairn.protocol.Scope.OBJECT;
import static dev.cairn.protocol.Scope.SERVICE;

import dev.cairn.dialect.Operation;
import dev.cairn.dialect.family.OperationRows;
import dev.cairn.protocol.OperationTable.Row;
import java.util.List;

/**
 * What each operation of OBS looks like on the wire: those that are built and those that are not.
 */
final class ObsOperationRows {
  /** How the SDK asks which form is spoken. */
  static final String API_VERSION = "apiversion";

  /** How the native form says {@code storagePolicy}. */
  static final String STORAGE_CLASS = "storageClass";

  private final OperationRows rows;

  private ObsOperationRows(OperationRows baseline) {
    this.rows = baseline;
  }

  static List<Row<Operation>> of(ObsForm form) {
    String prefix = ObsVocabulary.of(form).headerPrefix();
    ObsOperationRows table =
        new ObsOperationRows(OperationRows.baseline(prefix).withAwsReads().withAwsSettings());
    table.both();
    if (form == ObsForm.NATIVE) {
      table.nativeForm();
    }
    return table
        .rows
        .without(
            Operation.GetBucketAccelerateConfiguration, Operation.PutBucketAccelerateConfiguration)
        .all();
  }

  private void both() {
    rows.row("HEAD", SERVICE, Operation.GetApiVersion, API_VERSION);
    rows.row("HEAD", BUCKET, Operation.GetApiVersion, API_VERSION);
    rows.setting(
        "encryption",
        Operation.GetBucketEncryption,
        Operation.PutBucketEncryption,
        Operation.DeleteBucketEncryption);
    rows.setting(
        "object-lock", Operation.GetObjectLockConfiguration, Operation.PutObjectLockConfiguration);
    rows.row("PUT", OBJECT, Operation.PutObjectRetention, "retention");
    rows.setting("quota", Operation.GetBucketQuota, Operation.PutBucketQuota);
    rows.row("GET", BUCKET, Operation.GetBucketStorageInfo, "storageinfo");
    rows.setting("storagePolicy", Operation.GetBucketStorageClass, Operation.PutBucketStorageClass);
    rows.setting(
        "customdomain",
        Operation.GetBucketCustomDomain,
        Operation.PutBucketCustomDomain,
        Operation.DeleteBucketCustomDomain);
    rows.setting(
        "inventory",
        Operation.GetBucketInventoryConfiguration,
        Operation.PutBucketInventoryConfiguration,
        Operation.DeleteBucketInventoryConfiguration);
    rows.setting(
        "publicAccessBlock",
        Operation.GetPublicAccessBlock,
        Operation.PutPublicAccessBlock,
        Operation.DeletePublicAccessBlock);
    rows.row("GET", BUCKET, Operation.GetBucketPolicyStatus, "policyStatus");
  }

  private void nativeForm() {
    rows.row("POST", OBJECT, Operation.AppendObject, "append", "position");
    rows.row("PUT", OBJECT, Operation.ModifyObject, "modify", "position");
    rows.row("PUT", OBJECT, Operation.TruncateObject, "truncate", "length");
    rows.row("POST", OBJECT, Operation.RenameObject, "rename", "name");
    rows.row("PUT", OBJECT, Operation.PutObjectMetadata, "metadata");
    rows.row("POST", OBJECT, Operation.SelectObjectContent, "select");
    rows.row("POST", OBJECT, Operation.SelectObjectContent, "select", "select-type=2");
    rows.setting(STORAGE_CLASS, Operation.GetBucketStorageClass, Operation.PutBucketStorageClass);
    rows.setting(
        "mirrorBackToSource",
        Operation.GetBucketMirrorBackToSource,
        Operation.PutBucketMirrorBackToSource,
        Operation.DeleteBucketMirrorBackToSource);
    rows.setting(
        "obscompresspolicy",
        Operation.GetBucketCompressPolicy,
        Operation.PutBucketCompressPolicy,
        Operation.DeleteBucketCompressPolicy);
    rows.setting(
        "directcoldaccess",
        Operation.GetBucketDirectColdAccess,
        Operation.PutBucketDirectColdAccess,
        Operation.DeleteBucketDirectColdAccess);
    rows.setting(
        "CDNNotifyConfiguration",
        Operation.GetBucketCdnNotification,
        Operation.PutBucketCdnNotification);
  }
}
