package dev.cairn.dialect.s3;

import static dev.cairn.protocol.Scope.BUCKET;
import static dev.cairn.protocol.Scope.OBJECT;

import dev.cairn.dialect.Operation;
import dev.cairn.dialect.family.OperationRows;
import dev.cairn.protocol.OperationTable.Row;
import java.util.List;
import java.util.Set;

/** What each S3 operation looks like on the wire: those that are built and those that are not. */
final class S3OperationRows {
  private final OperationRows rows;

  private S3OperationRows(OperationRows baseline) {
    this.rows = baseline;
  }

  static List<Row<Operation>> all() {
    S3OperationRows table =
        new S3OperationRows(OperationRows.baseline("x-amz-").withAwsReads().withAwsSettings());
    table.buckets();
    table.objects();
    table.bucketSettings();
    table.metadataTables();
    table.bucketConfigurationsById();
    table.objectSettings();
    return table.rows.all();
  }

  private void buckets() {
    rows.row("GET", BUCKET, Operation.CreateSession, "session");
    // Its path, /WriteGetObjectResponse, looks like a bucket's.
    rows.rowWithHeaders(
        "POST",
        BUCKET,
        Operation.WriteGetObjectResponse,
        Set.of(),
        Set.of("x-amz-request-route", "x-amz-request-token"));
  }

  private void objects() {
    rows.row("PUT", OBJECT, Operation.RenameObject, "renameObject");
    rows.row("GET", OBJECT, Operation.GetObjectAttributes, "attributes");
    rows.row("POST", OBJECT, Operation.SelectObjectContent, "select");
    rows.row("POST", OBJECT, Operation.SelectObjectContent, "select", "select-type=2");
    rows.row("PUT", OBJECT, Operation.UpdateObjectEncryption, "encryption");
  }

  private void bucketSettings() {
    rows.setting("abac", Operation.GetBucketAbac, Operation.PutBucketAbac);
    rows.setting(
        "encryption",
        Operation.GetBucketEncryption,
        Operation.PutBucketEncryption,
        Operation.DeleteBucketEncryption);
    rows.setting(
        "object-lock", Operation.GetObjectLockConfiguration, Operation.PutObjectLockConfiguration);
    rows.setting(
        "ownershipControls",
        Operation.GetBucketOwnershipControls,
        Operation.PutBucketOwnershipControls,
        Operation.DeleteBucketOwnershipControls);
    rows.row("GET", BUCKET, Operation.GetBucketPolicyStatus, "policyStatus");
    rows.setting(
        "publicAccessBlock",
        Operation.GetPublicAccessBlock,
        Operation.PutPublicAccessBlock,
        Operation.DeletePublicAccessBlock);
  }

  private void metadataTables() {
    rows.row("GET", BUCKET, Operation.GetBucketMetadataConfiguration, "metadataConfiguration");
    rows.row("POST", BUCKET, Operation.CreateBucketMetadataConfiguration, "metadataConfiguration");
    rows.row(
        "DELETE", BUCKET, Operation.DeleteBucketMetadataConfiguration, "metadataConfiguration");
    rows.row("GET", BUCKET, Operation.GetBucketMetadataTableConfiguration, "metadataTable");
    rows.row("POST", BUCKET, Operation.CreateBucketMetadataTableConfiguration, "metadataTable");
    rows.row("DELETE", BUCKET, Operation.DeleteBucketMetadataTableConfiguration, "metadataTable");
    rows.row(
        "PUT",
        BUCKET,
        Operation.UpdateBucketMetadataInventoryTableConfiguration,
        "metadataInventoryTable");
    rows.row(
        "PUT",
        BUCKET,
        Operation.UpdateBucketMetadataJournalTableConfiguration,
        "metadataJournalTable");
  }

  private void bucketConfigurationsById() {
    configurations(
        "analytics",
        Operation.ListBucketAnalyticsConfigurations,
        Operation.GetBucketAnalyticsConfiguration,
        Operation.PutBucketAnalyticsConfiguration,
        Operation.DeleteBucketAnalyticsConfiguration);
    configurations(
        "intelligent-tiering",
        Operation.ListBucketIntelligentTieringConfigurations,
        Operation.GetBucketIntelligentTieringConfiguration,
        Operation.PutBucketIntelligentTieringConfiguration,
        Operation.DeleteBucketIntelligentTieringConfiguration);
    configurations(
        "inventory",
        Operation.ListBucketInventoryConfigurations,
        Operation.GetBucketInventoryConfiguration,
        Operation.PutBucketInventoryConfiguration,
        Operation.DeleteBucketInventoryConfiguration);
    configurations(
        "metrics",
        Operation.ListBucketMetricsConfigurations,
        Operation.GetBucketMetricsConfiguration,
        Operation.PutBucketMetricsConfiguration,
        Operation.DeleteBucketMetricsConfiguration);
  }

  private void objectSettings() {
    rows.row("GET", OBJECT, Operation.GetObjectLegalHold, "legal-hold");
    rows.row("PUT", OBJECT, Operation.PutObjectLegalHold, "legal-hold");
    rows.row("GET", OBJECT, Operation.GetObjectRetention, "retention");
    rows.row("PUT", OBJECT, Operation.PutObjectRetention, "retention");
    rows.row("GET", OBJECT, Operation.ListObjectAnnotations, "annotation");
    rows.row("GET", OBJECT, Operation.GetObjectAnnotation, "annotation", "annotationName");
    rows.row("PUT", OBJECT, Operation.PutObjectAnnotation, "annotation", "annotationName");
    rows.row("DELETE", OBJECT, Operation.DeleteObjectAnnotation, "annotation", "annotationName");
  }

  private void configurations(
      String key, Operation list, Operation get, Operation put, Operation delete) {
    rows.row("GET", BUCKET, list, key);
    rows.row("GET", BUCKET, get, key, "id");
    rows.row("PUT", BUCKET, put, key, "id");
    rows.row("DELETE", BUCKET, delete, key, "id");
  }
}
