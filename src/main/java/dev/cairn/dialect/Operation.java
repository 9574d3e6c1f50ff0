package dev.cairn.dialect;

import dev.cairn.core.access.Permission;
import java.util.Optional;

/**
 * Every operation that any dialect knows by name: AWS's names for the shared ones, the vendor's for
 * its own. Which of them a dialect has is the business of its operation table.
 */
public enum Operation {
  // Service and buckets
  ListBuckets,
  CreateBucket,
  HeadBucket(Permission.READ_BUCKET),
  DeleteBucket(Permission.OWN_BUCKET),
  GetBucketLocation(Permission.READ_BUCKET),
  // Objects
  ListObjects(Permission.READ_BUCKET),
  ListObjectsV2(Permission.READ_BUCKET),
  PutObject(Permission.WRITE_BUCKET),
  GetObject(Permission.READ_OBJECT),
  HeadObject(Permission.READ_OBJECT),
  DeleteObject(Permission.WRITE_BUCKET),
  DeleteObjects(Permission.WRITE_BUCKET),
  CopyObject(Permission.WRITE_BUCKET),
  // Multipart uploads
  CreateMultipartUpload(Permission.WRITE_BUCKET),
  UploadPart(Permission.WRITE_BUCKET),
  UploadPartCopy(Permission.WRITE_BUCKET),
  ListParts(Permission.WRITE_BUCKET),
  ListMultipartUploads(Permission.READ_BUCKET),
  CompleteMultipartUpload(Permission.WRITE_BUCKET),
  AbortMultipartUpload(Permission.WRITE_BUCKET);

  private final Optional<Permission> permission;

  Operation() {
    this.permission = Optional.empty();
  }

  Operation(Permission permission) {
    this.permission = Optional.of(permission);
  }

  /**
   * What it needs on the addressed bucket; empty: any authenticated caller, no bucket looked up.
   */
  public Optional<Permission> permission() {
    return permission;
  }
}
