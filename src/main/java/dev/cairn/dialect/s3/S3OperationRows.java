package dev.cairn.dialect.s3;

import static dev.cairn.protocol.Scope.BUCKET;
import static dev.cairn.protocol.Scope.OBJECT;
import static dev.cairn.protocol.Scope.SERVICE;

import dev.cairn.dialect.Operation;
import dev.cairn.protocol.OperationTable.Row;
import dev.cairn.protocol.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What each S3 operation looks like on the wire: those that are built and those that are not. */
final class S3OperationRows {
  private static final String COPY_SOURCE = "x-amz-copy-source";

  private final List<Row<Operation>> rows = new ArrayList<>();

  private S3OperationRows() {}

  static List<Row<Operation>> all() {
    S3OperationRows table = new S3OperationRows();
    table.service();
    table.buckets();
    table.objects();
    table.uploads();
    table.bucketSettings();
    table.bucketConfigurationsById();
    table.objectSettings();
    return List.copyOf(table.rows);
  }

  private void service() {
    row("GET", SERVICE, Operation.ListBuckets);
  }

  private void buckets() {
    row("PUT", BUCKET, Operation.CreateBucket);
    row("HEAD", BUCKET, Operation.HeadBucket);
    row("DELETE", BUCKET, Operation.DeleteBucket);
    row("GET", BUCKET, Operation.GetBucketLocation, "location");
    row("GET", BUCKET, Operation.ListObjects);
    row("GET", BUCKET, Operation.ListObjectsV2, "list-type=2");
    row("GET", BUCKET, Operation.ListObjectVersions, "versions");
    row("GET", BUCKET, Operation.ListMultipartUploads, "uploads");
    row("GET", BUCKET, Operation.CreateSession, "session");
    row("POST", BUCKET, Operation.DeleteObjects, "delete");
    row("POST", BUCKET, Operation.PostObject);
    row("OPTIONS", BUCKET, Operation.OptionsObject);
    // Its path, /WriteGetObjectResponse, looks like a bucket's.
    rowWithHeaders(
        "POST",
        BUCKET,
        Operation.WriteGetObjectResponse,
        Set.of(),
        Set.of("x-amz-request-route", "x-amz-request-token"));
  }

  private void objects() {
    row("PUT", OBJECT, Operation.PutObject);
    rowWithHeaders("PUT", OBJECT, Operation.CopyObject, Set.of(), Set.of(COPY_SOURCE));
    row("PUT", OBJECT, Operation.RenameObject, "renameObject");
    row("GET", OBJECT, Operation.GetObject);
    row("GET", OBJECT, Operation.GetObject, "partNumber");
    row("HEAD", OBJECT, Operation.HeadObject);
    row("HEAD", OBJECT, Operation.HeadObject, "partNumber");
    row("DELETE", OBJECT, Operation.DeleteObject);
    row("GET", OBJECT, Operation.GetObjectAttributes, "attributes");
    row("GET", OBJECT, Operation.GetObjectTorrent, "torrent");
    row("POST", OBJECT, Operation.RestoreObject, "restore");
    row("POST", OBJECT, Operation.SelectObjectContent, "select");
    row("POST", OBJECT, Operation.SelectObjectContent, "select", "select-type=2");
    row("PUT", OBJECT, Operation.UpdateObjectEncryption, "encryption");
    row("OPTIONS", OBJECT, Operation.OptionsObject);
  }

  private void uploads() {
    row("POST", OBJECT, Operation.CreateMultipartUpload, "uploads");
    row("PUT", OBJECT, Operation.UploadPart, "partNumber", "uploadId");
    rowWithHeaders(
        "PUT",
        OBJECT,
        Operation.UploadPartCopy,
        Set.of("partNumber", "uploadId"),
        Set.of(COPY_SOURCE));
    row("GET", OBJECT, Operation.ListParts, "uploadId");
    row("POST", OBJECT, Operation.CompleteMultipartUpload, "uploadId");
    row("DELETE", OBJECT, Operation.AbortMultipartUpload, "uploadId");
  }

  private void bucketSettings() {
    setting("abac", Operation.GetBucketAbac, Operation.PutBucketAbac);
    setting(
        "accelerate",
        Operation.GetBucketAccelerateConfiguration,
        Operation.PutBucketAccelerateConfiguration);
    setting("acl", Operation.GetBucketAcl, Operation.PutBucketAcl);
    setting("cors", Operation.GetBucketCors, Operation.PutBucketCors, Operation.DeleteBucketCors);
    setting(
        "encryption",
        Operation.GetBucketEncryption,
        Operation.PutBucketEncryption,
        Operation.DeleteBucketEncryption);
    setting(
        "lifecycle",
        Operation.GetBucketLifecycleConfiguration,
        Operation.PutBucketLifecycleConfiguration,
        Operation.DeleteBucketLifecycle);
    setting("logging", Operation.GetBucketLogging, Operation.PutBucketLogging);
    setting(
        "notification",
        Operation.GetBucketNotificationConfiguration,
        Operation.PutBucketNotificationConfiguration);
    setting(
        "object-lock", Operation.GetObjectLockConfiguration, Operation.PutObjectLockConfiguration);
    setting(
        "ownershipControls",
        Operation.GetBucketOwnershipControls,
        Operation.PutBucketOwnershipControls,
        Operation.DeleteBucketOwnershipControls);
    setting(
        "policy",
        Operation.GetBucketPolicy,
        Operation.PutBucketPolicy,
        Operation.DeleteBucketPolicy);
    row("GET", BUCKET, Operation.GetBucketPolicyStatus, "policyStatus");
    setting(
        "publicAccessBlock",
        Operation.GetPublicAccessBlock,
        Operation.PutPublicAccessBlock,
        Operation.DeletePublicAccessBlock);
    setting(
        "replication",
        Operation.GetBucketReplication,
        Operation.PutBucketReplication,
        Operation.DeleteBucketReplication);
    setting("requestPayment", Operation.GetBucketRequestPayment, Operation.PutBucketRequestPayment);
    setting(
        "tagging",
        Operation.GetBucketTagging,
        Operation.PutBucketTagging,
        Operation.DeleteBucketTagging);
    setting("versioning", Operation.GetBucketVersioning, Operation.PutBucketVersioning);
    setting(
        "website",
        Operation.GetBucketWebsite,
        Operation.PutBucketWebsite,
        Operation.DeleteBucketWebsite);
    metadataTables();
  }

  private void metadataTables() {
    row("GET", BUCKET, Operation.GetBucketMetadataConfiguration, "metadataConfiguration");
    row("POST", BUCKET, Operation.CreateBucketMetadataConfiguration, "metadataConfiguration");
    row("DELETE", BUCKET, Operation.DeleteBucketMetadataConfiguration, "metadataConfiguration");
    row("GET", BUCKET, Operation.GetBucketMetadataTableConfiguration, "metadataTable");
    row("POST", BUCKET, Operation.CreateBucketMetadataTableConfiguration, "metadataTable");
    row("DELETE", BUCKET, Operation.DeleteBucketMetadataTableConfiguration, "metadataTable");
    row(
        "PUT",
        BUCKET,
        Operation.UpdateBucketMetadataInventoryTableConfiguration,
        "metadataInventoryTable");
    row(
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
    row("GET", OBJECT, Operation.GetObjectAcl, "acl");
    row("PUT", OBJECT, Operation.PutObjectAcl, "acl");
    row("GET", OBJECT, Operation.GetObjectTagging, "tagging");
    row("PUT", OBJECT, Operation.PutObjectTagging, "tagging");
    row("DELETE", OBJECT, Operation.DeleteObjectTagging, "tagging");
    row("GET", OBJECT, Operation.GetObjectLegalHold, "legal-hold");
    row("PUT", OBJECT, Operation.PutObjectLegalHold, "legal-hold");
    row("GET", OBJECT, Operation.GetObjectRetention, "retention");
    row("PUT", OBJECT, Operation.PutObjectRetention, "retention");
    row("GET", OBJECT, Operation.ListObjectAnnotations, "annotation");
    row("GET", OBJECT, Operation.GetObjectAnnotation, "annotation", "annotationName");
    row("PUT", OBJECT, Operation.PutObjectAnnotation, "annotation", "annotationName");
    row("DELETE", OBJECT, Operation.DeleteObjectAnnotation, "annotation", "annotationName");
  }

  private void setting(String key, Operation get, Operation put) {
    row("GET", BUCKET, get, key);
    row("PUT", BUCKET, put, key);
  }

  private void setting(String key, Operation get, Operation put, Operation delete) {
    setting(key, get, put);
    row("DELETE", BUCKET, delete, key);
  }

  private void configurations(
      String key, Operation list, Operation get, Operation put, Operation delete) {
    row("GET", BUCKET, list, key);
    row("GET", BUCKET, get, key, "id");
    row("PUT", BUCKET, put, key, "id");
    row("DELETE", BUCKET, delete, key, "id");
  }

  private void row(String method, Scope scope, Operation operation, String... queryKeys) {
    rowWithHeaders(method, scope, operation, Set.of(queryKeys), Set.of());
  }

  private void rowWithHeaders(
      String method, Scope scope, Operation operation, Set<String> queryKeys, Set<String> headers) {
    rows.add(new Row<>(method, scope, queryKeys, headers, operation));
  }
}
