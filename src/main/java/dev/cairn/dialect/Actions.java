package dev.cairn.dialect;

import java.util.Optional;

/**
 * What access policies call the operations: AWS's names of actions, which are not always those of
 * its operations. An operation that it does not have goes by its own name.
 */
public final class Actions {
  private Actions() {}

  /** Empty for an operation that no policy is asked about as a whole. */
  public static Optional<String> of(Operation operation) {
    return Optional.ofNullable(
        switch (operation) {
          // These judge for themselves; OPTIONS is asked before anybody signs.
          case AssumeRole, GetSessionToken, GetFederationToken, GetCallerIdentity -> null;
          case DeleteObjects, OptionsObject -> null;
          default -> "s3:" + name(operation);
        });
  }

  private static String name(Operation operation) {
    return switch (operation) {
      case ListBuckets -> "ListAllMyBuckets";
      case HeadBucket, ListObjects, ListObjectsV2, GetBucketMeta -> "ListBucket";
      case ListObjectVersions -> "ListBucketVersions";
      case ListMultipartUploads -> "ListBucketMultipartUploads";
      case ListParts -> "ListMultipartUploadParts";
      case HeadObject, GetObjectMeta, GetSymlink, SelectObjectContent -> "GetObject";
      case PostObject,
          AppendObject,
          PutSymlink,
          CopyObject,
          ModifyObject,
          TruncateObject,
          PutObjectMetadata,
          CreateMultipartUpload,
          UploadPart,
          UploadPartCopy,
          CompleteMultipartUpload ->
          "PutObject";
      case GetBucketCors -> "GetBucketCORS";
      case PutBucketCors, DeleteBucketCors -> "PutBucketCORS";
      case GetBucketLifecycleConfiguration -> "GetLifecycleConfiguration";
      case PutBucketLifecycleConfiguration, DeleteBucketLifecycle -> "PutLifecycleConfiguration";
      case GetBucketEncryption -> "GetEncryptionConfiguration";
      case PutBucketEncryption, DeleteBucketEncryption -> "PutEncryptionConfiguration";
      case GetBucketReplication -> "GetReplicationConfiguration";
      case PutBucketReplication, DeleteBucketReplication -> "PutReplicationConfiguration";
      case GetBucketNotificationConfiguration -> "GetBucketNotification";
      case PutBucketNotificationConfiguration -> "PutBucketNotification";
      case DeleteBucketTagging -> "PutBucketTagging";
      case GetObjectLockConfiguration -> "GetBucketObjectLockConfiguration";
      case PutObjectLockConfiguration -> "PutBucketObjectLockConfiguration";
      default -> operation.name();
    };
  }
}
