package dev.cairn.dialect.obs;

import static dev.cairn.dialect.family.WireError.error;

import dev.cairn.dialect.family.FormErrors;
import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import dev.cairn.protocol.IsoDates;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Every failure in the words of OBS: those of S3 but where its tables differ, and where its two
 * forms do.
 *
 * <p>One case for each failure and no default: a new one does not compile until it has its words.
 */
final class ObsErrors {
  private static final String TOO_LARGE = "MaxSizeAllowed";

  private final ObsForm form;

  ObsErrors(ObsForm form) {
    this.form = form;
  }

  WireError of(Failure failure) {
    return switch (failure) {
      // What was asked for
      case Failure.NotImplemented f ->
          error(
                  501,
                  "NotImplemented",
                  "A header you provided implies functionality that is not implemented.")
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
          error(400, s3OrNative("KeyTooLong", "KeyTooLongError"), "Your key is too long.")
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
                  "Your metadata headers exceed the maximum allowed metadata size.")
              .with("Size", f.bytes())
              .with(TOO_LARGE, f.limit());
      case Failure.InvalidStorageClass f ->
          error(
                  400,
                  s3OrNative("InvalidStorageClass", "InvalidArgument"),
                  "The storage class you specified is not valid.")
              .with("StorageClassRequested", f.word());
      case Failure.InvalidTag f ->
          error(400, s3OrNative("InvalidTagError", "InvalidTag"), f.reason())
              .with("TagKey", f.key())
              .with("TagValue", f.value());
      case Failure.TooManyTags f ->
          error(
              400, "BadRequest", "The object cannot have more than %d tags.".formatted(f.limit()));
      case Failure.InvalidRedirectLocation f ->
          error(400, "InvalidRedirectLocation", f.reason())
              .with("WebsiteRedirectLocation", f.location());
      case Failure.InvalidEncryptionAlgorithm f ->
          error(
                  400,
                  "InvalidEncryptionAlgorithmError",
                  "The encryption request you specified is not valid.")
              .with("ArgumentValue", f.word());
      case Failure.InvalidLocationConstraint f ->
          error(400, "InvalidLocationConstraint", "The specified location constraint is not valid.")
              .with("LocationConstraint", f.region());
      case Failure.InvalidRange f ->
          error(416, "InvalidRange", "The requested range cannot be satisfied.")
              .with("RangeRequested", f.range())
              .with("ActualObjectSize", f.size());
      case Failure.InvalidPartNumber f ->
          error(416, "InvalidPartNumber", "The requested part number cannot be satisfied.")
              .with("PartNumberRequested", f.asked())
              .with("ActualPartCount", f.parts());
      case Failure.HeadersTooLarge f ->
          error(
                  400,
                  "RequestHeaderSectionTooLarge",
                  "Your request header section exceeds the maximum allowed size.")
              .with(TOO_LARGE, f.limit());

      // Who asks
      case Failure.AccessDenied f -> error(403, "AccessDenied", "Access Denied");
      case Failure.AnonymousOverrides f ->
          error(
              400,
              s3OrNative("InvalidRequest", "ForbidAnonReqOverwriteRespHead"),
              "Anonymous requests cannot choose headers of the response.");
      case Failure.UnresolvableGrantee f ->
          error(400, "InvalidArgument", "There is not one account of this address.")
              .with("ArgumentValue", f.email());
      case Failure.UnknownAccessKey f ->
          error(
                  403,
                  "InvalidAccessKeyId",
                  "The access key ID you provided does not exist in our records.")
              .with(s3OrNative("AWSAccessKeyId", "AccessKeyId"), f.accessKeyId());
      case Failure.SignatureMismatch f -> signatureMismatch(f);
      case Failure.MalformedAuthorization f ->
          error(
              400,
              "AuthorizationHeaderMalformed",
              "The authorization header is malformed; " + f.reason());
      case Failure.MalformedPresignedUrl f ->
          error(400, "AuthorizationQueryParametersError", f.reason());
      case Failure.MissingHeader f ->
          error(400, "InvalidRequest", "Missing required header for this request: " + f.name())
              .with("MissingHeaderName", f.name());
      case Failure.RequestTimeSkewed f ->
          error(
                  403,
                  "RequestTimeTooSkewed",
                  "The difference between the request time and the current time is too large.")
              .with("RequestTime", IsoDates.format(f.requestTime()))
              .with("ServerTime", IsoDates.format(f.serverTime()))
              .with("MaxAllowedSkewMilliseconds", f.allowed().toMillis());
      case Failure.PresignedUrlExpired f ->
          error(403, "AccessDenied", "Request has expired")
              .with("Expires", IsoDates.format(f.expiredAt()))
              .with("ServerTime", IsoDates.format(f.serverTime()));
      case Failure.InvalidToken f -> invalidSecurity();
      case Failure.UnexpectedToken f -> invalidSecurity();
      case Failure.ExpiredToken f -> invalidSecurity();
      case Failure.UnknownAction f -> error(400, "InvalidRequest", "There is no such action.");
      case Failure.MalformedPolicy f -> error(400, "MalformedPolicy", f.reason());
      case Failure.PolicyTooLarge f ->
          error(400, "PolicyTooLarge", "The policy is too large.").with(TOO_LARGE, f.limit());

      // What there is
      case Failure.NoSuchBucket f ->
          error(404, "NoSuchBucket", "The specified bucket does not exist.")
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
                  "The specified multipart upload does not exist. The upload ID might be invalid,"
                      + " or the multipart upload might have been aborted or completed.")
              .with("UploadId", f.uploadId());
      case Failure.NoSuchTagSet f ->
          error(404, "NoSuchTagSet", "The object has no tags.").with("Key", f.key());
      case Failure.BucketAlreadyExists f ->
          error(
                  409,
                  "BucketAlreadyExists",
                  "The requested bucket name is not available. The bucket namespace is shared by"
                      + " all users of the system. Select a different name and try again.")
              .with("BucketName", f.bucket());
      case Failure.BucketAlreadyOwnedByYou f ->
          error(
                  409,
                  "BucketAlreadyOwnedByYou",
                  "Your previous request to create the named bucket succeeded and you already own"
                      + " it.")
              .with("BucketName", f.bucket());
      case Failure.BucketNotEmpty f ->
          error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty.")
              .with("BucketName", f.bucket());
      case Failure.InvalidObjectState f ->
          error(
                  403,
                  "InvalidObjectState",
                  "The operation is not valid for the object's storage class.")
              .with("Key", f.key());
      case Failure.NotArchived f ->
          error(
                  403,
                  "InvalidObjectState",
                  "Restore is not allowed, as object's storage class is not "
                      + s3OrNative("GLACIER", "COLD"))
              .with("Key", f.key());
      case Failure.RestoreInProgress f ->
          error(409, "RestoreAlreadyInProgress", "Object restore is already in progress")
              .with("Key", f.key());
      case Failure.RestorationShortened f ->
          error(
                  409,
                  "ObjectHasAlreadyRestored",
                  "After restoring an archived object, you cannot shorten the restoration period of"
                      + " the archived object")
              .with("Key", f.key());
      case Failure.PreconditionFailed f ->
          error(
                  412,
                  "PreconditionFailed",
                  "At least one of the preconditions you specified did not hold.")
              .with("Condition", f.condition());
      case Failure.NotModified f -> error(304, "NotModified", "Not Modified");

      // Appending, and links that others made
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
          error(400, "AppendTooLarge", "The object would be too large after the append.")
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

      // Bodies
      case Failure.MissingContentLength f ->
          error(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
      case Failure.EntityTooLarge f ->
          error(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.")
              .with("ProposedSize", f.proposed())
              .with(TOO_LARGE, f.limit());
      case Failure.DocumentTooLarge f ->
          error(400, "MaxMessageLengthExceeded", "Your request was too big.")
              .with("MaxMessageLengthBytes", f.limit());
      case Failure.IncompleteBody f ->
          error(
              400,
              "IncompleteBody",
              "You did not provide the number of bytes specified by the Content-Length HTTP"
                  + " header.");
      case Failure.BodyTooLong f ->
          error(400, "InvalidRequest", "Your request has more bytes than its Content-Length says.");
      case Failure.BodyTimeout f ->
          error(
              form == ObsForm.S3 ? 400 : 408,
              "RequestTimeout",
              "Your socket connection to the server was not read from or written to within the"
                  + " timeout period.");
      // Nobody reads this one; the access log tells it from what was our doing.
      case Failure.ClientGone f ->
          error(499, "ClientDisconnected", "The client closed the connection.");
      case Failure.InvalidDigest f ->
          error(400, "InvalidDigest", "The Content-MD5 you specified was invalid.")
              .with("Content-MD5", f.value());
      case BadDigest f -> badDigest(f);
      case Failure.MalformedChunk f ->
          error(400, "InvalidRequest", "The chunks of your request body could not be read.");
      case Failure.ChunkTooSmall f ->
          error(
                  400,
                  "InvalidChunkSizeError",
                  "Only the last chunk is allowed to have a size less than %d bytes."
                      .formatted(f.minimum()))
              .with("Chunk", f.index())
              .with("BadChunkSize", f.size());
      case Failure.MalformedTrailer f ->
          error(400, "MalformedTrailerError", "The trailer of your request was not well-formed.");
      case Failure.MalformedAcl f ->
          error(
              400,
              "MalformedACLError",
              "The XML you provided was not well-formed or did not validate against our published"
                  + " schema.");
      case Failure.UnexpectedBody f ->
          error(400, "InvalidRequest", "A body is not expected beside " + f.header());
      case Failure.MalformedXml f ->
          error(
              400,
              "MalformedXML",
              "The XML you provided was not well-formed or did not validate against our published"
                  + " schema.");
      case Failure.MissingBody f -> error(400, "MissingRequestBodyError", "Request body is empty.");

      // Forms
      case Failure.OfForm f -> FormErrors.AWS.of(f);

      // Multipart
      case Failure.InvalidPart f ->
          error(
                  400,
                  "InvalidPart",
                  "One or more of the specified parts could not be found. The part might not have"
                      + " been uploaded, or the specified entity tag might not have matched the"
                      + " part's entity tag.")
              .with("UploadId", f.uploadId())
              .with("PartNumber", f.partNumber())
              .with("ETag", f.eTag());
      case Failure.InvalidPartOrder f ->
          error(
                  400,
                  "InvalidPartOrder",
                  "The list of parts was not in ascending order. Parts list must be specified in"
                      + " order by part number.")
              .with("UploadId", f.uploadId());
      case Failure.PartTooSmall f ->
          error(
                  400,
                  "EntityTooSmall",
                  "Your proposed upload is smaller than the minimum allowed object size.")
              .with("ProposedSize", f.size())
              .with("MinSizeAllowed", f.minimum())
              .with("PartNumber", f.partNumber())
              .with("ETag", f.eTag());

      // Ourselves
      case Failure.NoSpace f ->
          error(403, "InsufficientStorageSpace", "There is no room left to store your data.");
      case Failure.Unavailable f ->
          error(503, "ServiceUnavailable", "Reduce your request rate and try again.");
      case Failure.Internal f ->
          error(500, "InternalError", "We encountered an internal error. Please try again.");
    };
  }

  private String s3OrNative(String s3, String own) {
    return form == ObsForm.S3 ? s3 : own;
  }

  /** Whatever is wrong with a token, its age too. */
  private static WireError invalidSecurity() {
    return error(403, "InvalidSecurity", "The provided security credentials are not valid.");
  }

  /** The SDK shows the text beside its own. */
  private WireError signatureMismatch(Failure.SignatureMismatch f) {
    WireError error =
        error(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided."
                    + " Check your key and signing method.")
            .with(s3OrNative("AWSAccessKeyId", "AccessKeyId"), f.accessKeyId())
            .with("SignatureProvided", f.provided())
            .with("StringToSign", f.stringToSign());
    return f.canonicalRequest()
        .map(canonical -> error.with("CanonicalRequest", canonical))
        .orElse(error);
  }

  private static WireError badDigest(BadDigest f) {
    return switch (f.claim()) {
      case CONTENT_MD5, CHECKSUM ->
          error(
                  400,
                  "BadDigest",
                  "The %s you specified did not match what we received."
                      .formatted(
                          f.claim() == BadDigest.Claim.CONTENT_MD5
                              ? "Content-MD5"
                              : f.algorithm().toString()))
              .with("ExpectedDigest", Base64.getEncoder().encodeToString(f.expected()))
              .with("CalculatedDigest", Base64.getEncoder().encodeToString(f.actual()));
      case PAYLOAD_HASH ->
          error(
                  400,
                  "XAmzContentSHA256Mismatch",
                  "The provided 'x-amz-content-sha256' header does not match what was computed.")
              .with("ClientComputedContentSHA256", HexFormat.of().formatHex(f.expected()))
              .with("S3ComputedContentSHA256", HexFormat.of().formatHex(f.actual()));
    };
  }
}
