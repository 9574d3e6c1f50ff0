package dev.cairn.dialect.family;

import static dev.cairn.protocol.Scope.BUCKET;
import static dev.cairn.protocol.Scope.OBJECT;
import static dev.cairn.protocol.Scope.SERVICE;

import dev.cairn.dialect.Operation;
import dev.cairn.protocol.OperationTable.Row;
import dev.cairn.protocol.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rows of a dialect's operation table: the baseline that the vendors share, and what each adds
 * to it and takes from it.
 */
public final class OperationRows {
  private final List<Row<Operation>> rows = new ArrayList<>();
  private final String copySource;

  private OperationRows(String headerPrefix) {
    this.copySource = headerPrefix + "copy-source";
  }

  /** Buckets, objects and uploads as all the vendors have them. */
  public static OperationRows baseline(String headerPrefix) {
    OperationRows baseline = new OperationRows(headerPrefix);
    baseline.buckets();
    baseline.objects();
    baseline.uploads();
    baseline.settings();
    return baseline;
  }

  private void buckets() {
    row("GET", SERVICE, Operation.ListBuckets);
    row("PUT", BUCKET, Operation.CreateBucket);
    row("HEAD", BUCKET, Operation.HeadBucket);
    row("DELETE", BUCKET, Operation.DeleteBucket);
    row("GET", BUCKET, Operation.GetBucketLocation, "location");
    row("GET", BUCKET, Operation.ListObjects);
    row("GET", BUCKET, Operation.ListObjectVersions, "versions");
    row("GET", BUCKET, Operation.ListMultipartUploads, "uploads");
    row("POST", BUCKET, Operation.DeleteObjects, "delete");
    row("POST", BUCKET, Operation.PostObject);
    row("OPTIONS", BUCKET, Operation.OptionsObject);
  }

  private void objects() {
    row("PUT", OBJECT, Operation.PutObject);
    rowWithHeaders("PUT", OBJECT, Operation.CopyObject, Set.of(), Set.of(copySource));
    row("GET", OBJECT, Operation.GetObject);
    row("HEAD", OBJECT, Operation.HeadObject);
    row("DELETE", OBJECT, Operation.DeleteObject);
    row("POST", OBJECT, Operation.RestoreObject, "restore");
    row("OPTIONS", OBJECT, Operation.OptionsObject);
    row("GET", OBJECT, Operation.GetObjectAcl, "acl");
    row("PUT", OBJECT, Operation.PutObjectAcl, "acl");
    row("GET", OBJECT, Operation.GetObjectTagging, "tagging");
    row("PUT", OBJECT, Operation.PutObjectTagging, "tagging");
    row("DELETE", OBJECT, Operation.DeleteObjectTagging, "tagging");
  }

  private void uploads() {
    row("POST", OBJECT, Operation.CreateMultipartUpload, "uploads");
    row("PUT", OBJECT, Operation.UploadPart, "partNumber", "uploadId");
    rowWithHeaders(
        "PUT",
        OBJECT,
        Operation.UploadPartCopy,
        Set.of("partNumber", "uploadId"),
        Set.of(copySource));
    row("GET", OBJECT, Operation.ListParts, "uploadId");
    row("POST", OBJECT, Operation.CompleteMultipartUpload, "uploadId");
    row("DELETE", OBJECT, Operation.AbortMultipartUpload, "uploadId");
  }

  private void settings() {
    setting("acl", Operation.GetBucketAcl, Operation.PutBucketAcl);
    setting("cors", Operation.GetBucketCors, Operation.PutBucketCors, Operation.DeleteBucketCors);
    setting(
        "lifecycle",
        Operation.GetBucketLifecycleConfiguration,
        Operation.PutBucketLifecycleConfiguration,
        Operation.DeleteBucketLifecycle);
    setting("logging", Operation.GetBucketLogging, Operation.PutBucketLogging);
    setting(
        "policy",
        Operation.GetBucketPolicy,
        Operation.PutBucketPolicy,
        Operation.DeleteBucketPolicy);
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
  }

  /** Settings of a bucket that not every vendor has, under the names that AWS gave them. */
  public OperationRows withAwsSettings() {
    setting(
        "accelerate",
        Operation.GetBucketAccelerateConfiguration,
        Operation.PutBucketAccelerateConfiguration);
    setting(
        "notification",
        Operation.GetBucketNotificationConfiguration,
        Operation.PutBucketNotificationConfiguration);
    setting(
        "replication",
        Operation.GetBucketReplication,
        Operation.PutBucketReplication,
        Operation.DeleteBucketReplication);
    return setting(
        "requestPayment", Operation.GetBucketRequestPayment, Operation.PutBucketRequestPayment);
  }

  /** What is about one part of an object, and the second version of ListObjects. */
  public OperationRows withAwsReads() {
    row("GET", OBJECT, Operation.GetObject, "partNumber");
    row("HEAD", OBJECT, Operation.HeadObject, "partNumber");
    row("GET", OBJECT, Operation.GetObjectTorrent, "torrent");
    return row("GET", BUCKET, Operation.ListObjectsV2, "list-type=2");
  }

  /** Takes operations away that a vendor does not have. */
  public OperationRows without(Operation... operations) {
    Set<Operation> gone = Set.of(operations);
    rows.removeIf(row -> gone.contains(row.operation()));
    return this;
  }

  /** A sub-resource of buckets that is read and set. */
  public OperationRows setting(String key, Operation get, Operation put) {
    row("GET", BUCKET, get, key);
    return row("PUT", BUCKET, put, key);
  }

  /** A sub-resource of buckets that is read, set and removed. */
  public OperationRows setting(String key, Operation get, Operation put, Operation delete) {
    setting(key, get, put);
    return row("DELETE", BUCKET, delete, key);
  }

  /** One row. */
  public OperationRows row(String method, Scope scope, Operation operation, String... queryKeys) {
    return rowWithHeaders(method, scope, operation, Set.of(queryKeys), Set.of());
  }

  /** One row that asks for headers too. */
  public OperationRows rowWithHeaders(
      String method, Scope scope, Operation operation, Set<String> queryKeys, Set<String> headers) {
    rows.add(new Row<>(method, scope, queryKeys, headers, operation));
    return this;
  }

  public List<Row<Operation>> all() {
    return List.copyOf(rows);
  }
}
