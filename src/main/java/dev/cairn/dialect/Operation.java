package dev.cairn.dialect;

import dev.cairn.core.access.Permission;
import java.util.Optional;

/**
 * Every operation that any dialect knows by name: AWS's names for the shared ones, the vendor's for
 * its own. Which of them a dialect has is the business of its operation table, and which of those
 * are built, of its codecs.
 */
public enum Operation {
  // Service and buckets
  ListBuckets,
  CreateBucket,
  HeadBucket(Permission.READ_BUCKET),
  DeleteBucket(Permission.OWN_BUCKET),
  GetBucketLocation(Permission.OWN_BUCKET),
  GetBucketInfo(Permission.OWN_BUCKET),
  GetBucketStat(Permission.OWN_BUCKET),
  CreateSession(Permission.READ_BUCKET),
  GetBucketMeta(Permission.OWN_BUCKET),
  // Objects
  ListObjects(Permission.READ_BUCKET),
  ListObjectsV2(Permission.READ_BUCKET),
  ListObjectVersions(Permission.READ_BUCKET),
  PutObject(Permission.WRITE_BUCKET),
  PostObject(Permission.WRITE_BUCKET),
  AppendObject(Permission.WRITE_BUCKET),
  PutSymlink(Permission.WRITE_BUCKET),
  GetSymlink(Permission.READ_OBJECT),
  GetObject(Permission.READ_OBJECT),
  HeadObject(Permission.READ_OBJECT),
  GetObjectMeta(Permission.READ_OBJECT),
  GetObjectAttributes(Permission.READ_OBJECT),
  GetObjectTorrent(Permission.READ_OBJECT),
  SelectObjectContent(Permission.READ_OBJECT),
  DeleteObject(Permission.WRITE_BUCKET),
  DeleteObjects(Permission.WRITE_BUCKET),
  CopyObject(Permission.WRITE_BUCKET),
  RenameObject(Permission.WRITE_BUCKET),
  RestoreObject(Permission.OWN_BUCKET),
  UpdateObjectEncryption(Permission.OWN_BUCKET),
  WriteGetObjectResponse(Permission.READ_OBJECT),
  OptionsObject,
  // Multipart uploads
  CreateMultipartUpload(Permission.WRITE_BUCKET),
  UploadPart(Permission.WRITE_BUCKET),
  UploadPartCopy(Permission.WRITE_BUCKET),
  ListParts(Permission.OWN_UPLOAD),
  ListMultipartUploads(Permission.READ_BUCKET),
  CompleteMultipartUpload(Permission.WRITE_BUCKET),
  AbortMultipartUpload(Permission.OWN_UPLOAD),
  // Settings of objects
  GetObjectAcl(Permission.READ_OBJECT_ACL),
  PutObjectAcl(Permission.WRITE_OBJECT_ACL),
  GetObjectTagging(Permission.OWN_BUCKET),
  PutObjectTagging(Permission.OWN_BUCKET),
  DeleteObjectTagging(Permission.OWN_BUCKET),
  GetObjectLegalHold(Permission.OWN_BUCKET),
  PutObjectLegalHold(Permission.OWN_BUCKET),
  GetObjectRetention(Permission.OWN_BUCKET),
  PutObjectRetention(Permission.OWN_BUCKET),
  GetObjectAnnotation(Permission.OWN_BUCKET),
  ListObjectAnnotations(Permission.OWN_BUCKET),
  PutObjectAnnotation(Permission.OWN_BUCKET),
  DeleteObjectAnnotation(Permission.OWN_BUCKET),
  // Settings of buckets
  GetBucketAbac(Permission.OWN_BUCKET),
  PutBucketAbac(Permission.OWN_BUCKET),
  GetBucketAccelerateConfiguration(Permission.OWN_BUCKET),
  PutBucketAccelerateConfiguration(Permission.OWN_BUCKET),
  GetBucketAcl(Permission.READ_BUCKET_ACL),
  PutBucketAcl(Permission.WRITE_BUCKET_ACL),
  GetBucketAnalyticsConfiguration(Permission.OWN_BUCKET),
  PutBucketAnalyticsConfiguration(Permission.OWN_BUCKET),
  DeleteBucketAnalyticsConfiguration(Permission.OWN_BUCKET),
  ListBucketAnalyticsConfigurations(Permission.OWN_BUCKET),
  GetBucketCors(Permission.OWN_BUCKET),
  PutBucketCors(Permission.OWN_BUCKET),
  DeleteBucketCors(Permission.OWN_BUCKET),
  GetBucketEncryption(Permission.OWN_BUCKET),
  PutBucketEncryption(Permission.OWN_BUCKET),
  DeleteBucketEncryption(Permission.OWN_BUCKET),
  GetBucketIntelligentTieringConfiguration(Permission.OWN_BUCKET),
  PutBucketIntelligentTieringConfiguration(Permission.OWN_BUCKET),
  DeleteBucketIntelligentTieringConfiguration(Permission.OWN_BUCKET),
  ListBucketIntelligentTieringConfigurations(Permission.OWN_BUCKET),
  GetBucketInventoryConfiguration(Permission.OWN_BUCKET),
  PutBucketInventoryConfiguration(Permission.OWN_BUCKET),
  DeleteBucketInventoryConfiguration(Permission.OWN_BUCKET),
  ListBucketInventoryConfigurations(Permission.OWN_BUCKET),
  GetBucketLifecycleConfiguration(Permission.OWN_BUCKET),
  PutBucketLifecycleConfiguration(Permission.OWN_BUCKET),
  DeleteBucketLifecycle(Permission.OWN_BUCKET),
  GetBucketLogging(Permission.OWN_BUCKET),
  PutBucketLogging(Permission.OWN_BUCKET),
  GetBucketMetadataConfiguration(Permission.OWN_BUCKET),
  CreateBucketMetadataConfiguration(Permission.OWN_BUCKET),
  DeleteBucketMetadataConfiguration(Permission.OWN_BUCKET),
  GetBucketMetadataTableConfiguration(Permission.OWN_BUCKET),
  CreateBucketMetadataTableConfiguration(Permission.OWN_BUCKET),
  DeleteBucketMetadataTableConfiguration(Permission.OWN_BUCKET),
  UpdateBucketMetadataInventoryTableConfiguration(Permission.OWN_BUCKET),
  UpdateBucketMetadataJournalTableConfiguration(Permission.OWN_BUCKET),
  GetBucketMetricsConfiguration(Permission.OWN_BUCKET),
  PutBucketMetricsConfiguration(Permission.OWN_BUCKET),
  DeleteBucketMetricsConfiguration(Permission.OWN_BUCKET),
  ListBucketMetricsConfigurations(Permission.OWN_BUCKET),
  GetBucketNotificationConfiguration(Permission.OWN_BUCKET),
  PutBucketNotificationConfiguration(Permission.OWN_BUCKET),
  GetBucketOwnershipControls(Permission.OWN_BUCKET),
  PutBucketOwnershipControls(Permission.OWN_BUCKET),
  DeleteBucketOwnershipControls(Permission.OWN_BUCKET),
  GetBucketPolicy(Permission.OWN_BUCKET),
  PutBucketPolicy(Permission.OWN_BUCKET),
  DeleteBucketPolicy(Permission.OWN_BUCKET),
  GetBucketPolicyStatus(Permission.OWN_BUCKET),
  GetBucketReplication(Permission.OWN_BUCKET),
  PutBucketReplication(Permission.OWN_BUCKET),
  DeleteBucketReplication(Permission.OWN_BUCKET),
  GetBucketRequestPayment(Permission.OWN_BUCKET),
  PutBucketRequestPayment(Permission.OWN_BUCKET),
  GetBucketTagging(Permission.OWN_BUCKET),
  PutBucketTagging(Permission.OWN_BUCKET),
  DeleteBucketTagging(Permission.OWN_BUCKET),
  GetBucketVersioning(Permission.OWN_BUCKET),
  PutBucketVersioning(Permission.OWN_BUCKET),
  GetBucketWebsite(Permission.OWN_BUCKET),
  PutBucketWebsite(Permission.OWN_BUCKET),
  DeleteBucketWebsite(Permission.OWN_BUCKET),
  GetObjectLockConfiguration(Permission.OWN_BUCKET),
  PutObjectLockConfiguration(Permission.OWN_BUCKET),
  GetPublicAccessBlock(Permission.OWN_BUCKET),
  PutPublicAccessBlock(Permission.OWN_BUCKET),
  DeletePublicAccessBlock(Permission.OWN_BUCKET),
  // Huawei OBS
  GetApiVersion,
  ModifyObject(Permission.WRITE_BUCKET),
  TruncateObject(Permission.WRITE_BUCKET),
  PutObjectMetadata(Permission.WRITE_BUCKET),
  GetBucketQuota(Permission.OWN_BUCKET),
  PutBucketQuota(Permission.OWN_BUCKET),
  GetBucketStorageInfo(Permission.OWN_BUCKET),
  GetBucketStorageClass(Permission.OWN_BUCKET),
  PutBucketStorageClass(Permission.OWN_BUCKET),
  GetBucketCustomDomain(Permission.OWN_BUCKET),
  PutBucketCustomDomain(Permission.OWN_BUCKET),
  DeleteBucketCustomDomain(Permission.OWN_BUCKET),
  GetBucketMirrorBackToSource(Permission.OWN_BUCKET),
  PutBucketMirrorBackToSource(Permission.OWN_BUCKET),
  DeleteBucketMirrorBackToSource(Permission.OWN_BUCKET),
  GetBucketCompressPolicy(Permission.OWN_BUCKET),
  PutBucketCompressPolicy(Permission.OWN_BUCKET),
  DeleteBucketCompressPolicy(Permission.OWN_BUCKET),
  GetBucketDirectColdAccess(Permission.OWN_BUCKET),
  PutBucketDirectColdAccess(Permission.OWN_BUCKET),
  DeleteBucketDirectColdAccess(Permission.OWN_BUCKET),
  PutBucketCdnNotification(Permission.OWN_BUCKET),
  GetBucketCdnNotification(Permission.OWN_BUCKET),
  // AWS STS
  AssumeRole,
  GetSessionToken,
  GetFederationToken,
  GetCallerIdentity;

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
