package dev.cairn.dialect.s3;

import static dev.cairn.dialect.family.WireError.error;

import dev.cairn.dialect.family.FormErrors;
import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;

/**
 * Every failure in S3's words: status, code, its own sentence, its own elements.
 *
 * <p>One case for each failure and no default: a new one does not compile until it has its words.
 */
final class S3Errors {
  private static final String TOO_LARGE = "MaxSizeAllowed";

  private S3Errors() {}

  static WireError of(Failure failure) {
    return switch (failure) {
      // What was asked for
      case Failure.NotImplemented f ->
          error(
                  501,
                  "NotImplemented",
                  "A header you provided implies functionality that is not implemented")
              .with("ArgumentName", f.what());
      case Failure.MethodNotAllowed f ->
          error(
                  405,
                  "MethodNotAllowed",
                  "The specified method is not allowed against this resource.")
              .with("Method", f.method())
              .with("ResourceType", f.resource());
      case Failure.InvalidUri f ->
          error(400, "InvalidURI", "Couldn't parse the specified URI.").with("URI", f.target());
      case Failure.InvalidArgument f ->
          error(400, "InvalidArgument", f.reason().isEmpty() ? "Invalid Argument" : f.reason())
              .with("ArgumentName", f.name())
              .with("ArgumentValue", f.value());
      case Failure.MissingArgument f ->
          error(400, "InvalidArgument", "Missing required parameter: " + f.name())
              .with("ArgumentName", f.name());
      case Failure.InvalidRequest f -> error(400, "InvalidRequest", f.reason());
      case Failure.InvalidBucketName f ->
          error(400, "InvalidBucketName", "The specified bucket is not valid.")
              .with("BucketName", f.name());
      case Failure.KeyTooLong f ->
          error(400, "KeyTooLongError", "Your key is too long")
              .with("Size", f.bytes())
              .with(TOO_LARGE, f.limit());
      case Failure.InvalidKey f ->
          error(400, "InvalidArgument", f.reason())
              .with("ArgumentName", "key")
              .with("ArgumentValue", f.key());
      case Failure.MetadataTooLarge f ->
          error(
                  400,
                  "MetadataTooLarge",
                  "Your metadata headers exceed the maximum allowed metadata size")
              .with("Size", f.bytes())
              .with(TOO_LARGE, f.limit());
      case Failure.InvalidStorageClass f ->
          error(400, "InvalidStorageClass", "The storage class you specified is not valid")
              .with("StorageClassRequested", f.word());
      case Failure.InvalidTag f ->
          error(400, "InvalidTag", f.reason()).with("TagKey", f.key()).with("TagValue", f.value());
      case Failure.TooManyTags f ->
          error(400, "BadRequest", "Object tags cannot be greater than " + f.limit());
      case Failure.InvalidRedirectLocation f ->
          error(400, "InvalidRedirectLocation", f.reason())
              .with("WebsiteRedirectLocation", f.location());
      case Failure.InvalidEncryptionAlgorithm f ->
          error(
                  400,
                  "InvalidEncryptionAlgorithmError",
                  "The encryption request that you specified is not valid.")
              .with("ArgumentValue", f.word());
      case Failure.InvalidLocationConstraint f ->
          error(400, "InvalidLocationConstraint", "The specified location-constraint is not valid")
              .with("LocationConstraint", f.region());
      case Failure.InvalidRange f ->
          error(416, "InvalidRange", "The requested range is not satisfiable")
              .with("RangeRequested", f.range())
              .with("ActualObjectSize", f.size());
      case Failure.InvalidPartNumber f ->
          error(416, "InvalidPartNumber", "The requested partnumber is not satisfiable")
              .with("PartNumberRequested", f.asked())
              .with("ActualPartCount", f.parts());
      case Failure.HeadersTooLarge f ->
          error(
                  400,
                  "RequestHeaderSectionTooLarge",
                  "Your request header section exceeds the maximum allowed request header section"
                      + " size.")
              .with(TOO_LARGE, f.limit());

      case Failure.OfCaller f -> S3CallerErrors.of(f);

      // What there is
      case Failure.NoSuchBucket f ->
          error(404, "NoSuchBucket", "The specified bucket does not exist")
              .with("BucketName", f.bucket());
      case Failure.NoSuchKey f ->
          error(404, "NoSuchKey", "The specified key does not exist.").with("Key", f.key());
      case Failure.NoSuchVersion f ->
          error(404, "NoSuchVersion", "The specified version does not exist.")
              .with("Key", f.key())
              .with("VersionId", f.version());
      case Failure.NoSuchUpload f ->
          error(
                  404,
                  "NoSuchUpload",
                  "The specified upload does not exist. The upload ID may be invalid, or the upload"
                      + " may have been aborted or completed.")
              .with("UploadId", f.uploadId());
      case Failure.NoSuchTagSet f ->
          error(404, "NoSuchTagSet", "The TagSet does not exist").with("Key", f.key());
      case Failure.BucketAlreadyExists f ->
          error(
                  409,
                  "BucketAlreadyExists",
                  "The requested bucket name is not available. The bucket namespace is shared by"
                      + " all users of the system. Please select a different name and try again.")
              .with("BucketName", f.bucket());
      case Failure.BucketAlreadyOwnedByYou f ->
          error(
                  409,
                  "BucketAlreadyOwnedByYou",
                  "Your previous request to create the named bucket succeeded and you already own"
                      + " it.")
              .with("BucketName", f.bucket());
      case Failure.BucketNotEmpty f ->
          error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty")
              .with("BucketName", f.bucket());
      case Failure.InvalidObjectState f ->
          error(
                  403,
                  "InvalidObjectState",
                  "The operation is not valid for the object's storage class")
              .with("StorageClass", S3Vocabulary.storageClasses().nearest(f.storageClass()))
              .with("Key", f.key());
      case Failure.NotArchived f ->
          error(
                  403,
                  "InvalidObjectState",
                  "Restore is not allowed for the object's current storage class")
              .with("StorageClass", S3Vocabulary.storageClasses().nearest(f.storageClass()))
              .with("Key", f.key());
      case Failure.RestoreInProgress f ->
          restoring("Object restore is already in progress", f.key());
      case Failure.RestorationShortened f ->
          restoring("The restoration period cannot be shortened", f.key());
      case Failure.PreconditionFailed f -> preconditionFailed(f.condition());
      case Failure.NotModified f -> error(304, "NotModified", "Not Modified");

      // Appending and links: S3 has neither, its readers meet what others made
      case Failure.PositionNotEqualToLength f ->
          error(
                  409,
                  "PositionNotEqualToLength",
                  "The position is not equal to the length of the object.")
              .with("Key", f.key())
              .with("Length", f.length());
      case Failure.ObjectNotAppendable f ->
          error(409, "ObjectNotAppendable", "The object cannot be appended to: " + f.reason())
              .with("Key", f.key());
      case Failure.AppendTooLarge f ->
          error(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
              .with("ProposedSize", f.proposed())
              .with(TOO_LARGE, f.limit());
      case Failure.SourceNotCopyable f ->
          error(400, "InvalidRequest", "An object that can be appended to cannot be copied.")
              .with("Key", f.key());
      case Failure.NotSymlink f ->
          error(400, "InvalidRequest", "The object is not a symbolic link.").with("Key", f.key());
      case Failure.SymlinkTargetNotExist f ->
          error(404, "NoSuchKey", "The object is a link, and its target does not exist.")
              .with("Key", f.target());
      case Failure.InvalidTargetType f ->
          error(400, "InvalidRequest", "The object is a link, and its target is a link too.")
              .with("Key", f.key());

      case Failure.OfBody f -> S3BodyErrors.of(f);
      case Failure.OfForm f -> FormErrors.AWS.of(f);

      // Multipart
      case Failure.InvalidPart f ->
          error(
                  400,
                  "InvalidPart",
                  "One or more of the specified parts could not be found.  The part may not have"
                      + " been uploaded, or the specified entity tag may not match the part's"
                      + " entity tag.")
              .with("UploadId", f.uploadId())
              .with("PartNumber", f.partNumber())
              .with("ETag", f.eTag());
      case Failure.InvalidPartOrder f ->
          error(
                  400,
                  "InvalidPartOrder",
                  "The list of parts was not in ascending order. Parts must be ordered by part"
                      + " number.")
              .with("UploadId", f.uploadId());
      case Failure.PartTooSmall f ->
          error(
                  400,
                  "EntityTooSmall",
                  "Your proposed upload is smaller than the minimum allowed size")
              .with("ProposedSize", f.size())
              .with("MinSizeAllowed", f.minimum())
              .with("PartNumber", f.partNumber())
              .with("ETag", f.eTag());

      // Ourselves
      // S3 is never full. 507 is the status that says it, and one that SDKs do not try again.
      case Failure.NoSpace f ->
          error(507, "InsufficientStorage", "There is no room left to store your data.");
      case Failure.Unavailable f ->
          error(503, "ServiceUnavailable", "Service is unable to handle request.");
      case Failure.TooManyRequests f -> error(503, "SlowDown", "Please reduce your request rate.");
      case Failure.Internal f ->
          error(500, "InternalError", "We encountered an internal error. Please try again.");
    };
  }

  private static WireError restoring(String message, ObjectKey key) {
    return error(409, "RestoreAlreadyInProgress", message).with("Key", key);
  }

  private static WireError preconditionFailed(String condition) {
    return error(
            412,
            "PreconditionFailed",
            "At least one of the pre-conditions you specified did not hold")
        .with("Condition", condition);
  }
}
