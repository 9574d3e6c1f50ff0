package dev.cairn.dialect.oss;

import static dev.cairn.dialect.family.WireError.error;

import dev.cairn.dialect.family.FormErrors;
import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.IsoDates;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Every failure in OSS's words: status, code, its own sentence, its own elements.
 *
 * <p>One case for each failure and no default: a new one does not compile until it has its words.
 */
final class OssErrors {
  private static final String ARGUMENT = "InvalidArgument";
  private static final String PRECONDITION = "PreconditionFailed";

  private static final FormErrors FORMS =
      new FormErrors(
          "MalformedPOSTRequest",
          "FieldItemTooLong",
          "IncorrectNumberOfFilesInPOSTRequest",
          "IncorrectNumberOfFilesInPOSTRequest");

  private OssErrors() {}

  static WireError of(Failure failure) {
    return switch (failure) {
      // What was asked for
      case Failure.NotImplemented f ->
          error(
                  400,
                  "NotImplemented",
                  "A header or parameter you provided implies functionality that is not"
                      + " implemented.")
              .with("ArgumentName", f.what());
      case Failure.MethodNotAllowed f ->
          error(
                  405,
                  "MethodNotAllowed",
                  "The specified method is not allowed against this resource.")
              .with("Method", f.method())
              .with("ResourceType", f.resource());
      case Failure.InvalidUri f ->
          error(400, ARGUMENT, "The request target cannot be read.").with("URI", f.target());
      case Failure.InvalidArgument f ->
          argument(f.name(), f.value(), f.reason().isEmpty() ? "Invalid argument." : f.reason());
      case Failure.MissingArgument f ->
          error(400, "MissingArgument", "Missing required parameter: " + f.name())
              .with("ArgumentName", f.name());
      case Failure.InvalidRequest f -> error(400, "InvalidRequest", f.reason());
      case Failure.InvalidBucketName f ->
          error(400, "InvalidBucketName", "The specified bucket is not valid.")
              .with("BucketName", f.name());
      case Failure.KeyTooLong f ->
          error(400, "InvalidObjectName", "The length of the object name is invalid.")
              .with("Size", f.bytes())
              .with("MaxSizeAllowed", f.limit());
      case Failure.InvalidKey f ->
          error(400, "InvalidObjectName", "The specified object is not valid: " + f.reason())
              .with("ObjectName", f.key());
      case Failure.MetadataTooLarge f ->
          error(400, ARGUMENT, "The user metadata is too large.")
              .with("Size", f.bytes())
              .with("MaxSizeAllowed", f.limit());
      case Failure.InvalidStorageClass f ->
          argument("x-oss-storage-class", f.word(), "The storage class is not valid.");
      case Failure.InvalidTag f ->
          error(400, "InvalidTag", f.reason()).with("TagKey", f.key()).with("TagValue", f.value());
      case Failure.TooManyTags f ->
          error(400, "InvalidTag", "An object cannot have more than %d tags.".formatted(f.limit()));
      case Failure.InvalidRedirectLocation f ->
          argument("x-oss-website-redirect-location", f.location(), f.reason());
      case Failure.InvalidEncryptionAlgorithm f ->
          error(
                  400,
                  "InvalidEncryptionAlgorithmError",
                  "The encryption algorithm you specified is not valid.")
              .with("ServerSideEncryption", f.word());
      case Failure.InvalidLocationConstraint f ->
          argument("LocationConstraint", f.region(), "The specified location is not valid.");
      case Failure.InvalidRange f ->
          error(416, "InvalidRange", "The requested range cannot be satisfied.")
              .with("RangeRequested", f.range())
              .with("ActualObjectSize", f.size());
      case Failure.InvalidPartNumber f ->
          argument("partNumber", Integer.toString(f.asked()), "The object has no such part.");
      case Failure.HeadersTooLarge f ->
          error(400, "BadRequest", "The request header section is too large.")
              .with("MaxSizeAllowed", f.limit());

      // Who asks
      case Failure.AccessDenied f ->
          error(403, "AccessDenied", "You have no right to access this object or bucket.");
      case Failure.AnonymousOverrides f ->
          error(400, "InvalidRequest", "Anonymous requests cannot choose headers of the response.");
      case Failure.UnresolvableGrantee f -> argument("Grantee", f.email(), "No such account.");
      case Failure.UnknownAccessKey f ->
          error(
                  403,
                  "InvalidAccessKeyId",
                  "The OSS Access Key Id you provided does not exist in our records.")
              .with("OSSAccessKeyId", f.accessKeyId());
      case Failure.SignatureMismatch f -> signatureMismatch(f);
      case Failure.MalformedAuthorization f -> error(400, ARGUMENT, f.reason());
      case Failure.MalformedPresignedUrl f -> error(400, ARGUMENT, f.reason());
      case Failure.MissingHeader f ->
          error(400, "MissingArgument", "Missing required header for this request: " + f.name())
              .with("ArgumentName", f.name());
      case Failure.RequestTimeSkewed f ->
          error(
                  403,
                  "RequestTimeTooSkewed",
                  "The difference between the request time and the current time is too large.")
              .with("MaxAllowedSkewMilliseconds", f.allowed().toMillis())
              .with("RequestTime", IsoDates.format(f.requestTime()))
              .with("ServerTime", IsoDates.format(f.serverTime()));
      case Failure.PresignedUrlExpired f ->
          error(403, "AccessDenied", "Request has expired.")
              .with("Expires", IsoDates.format(f.expiredAt()))
              .with("ServerTime", IsoDates.format(f.serverTime()));
      // The keys that there are have no token: one that is sent belongs to no key of its kind.
      case Failure.InvalidToken f ->
          error(403, "InvalidSecurityToken", "The security token you provided is invalid.");
      case Failure.UnexpectedToken f ->
          error(
              403,
              "SecurityTokenNotSupported",
              "A security token cannot be used with this access key.");
      case Failure.ExpiredToken f ->
          error(403, "SecurityTokenExpired", "The security token you provided has expired.");
      case Failure.UnknownAction f -> error(400, "InvalidRequest", "There is no such action.");
      case Failure.MalformedPolicy f -> error(400, "InvalidPolicyDocument", f.reason());
      case Failure.PolicyTooLarge f ->
          error(400, "InvalidPolicyDocument", "The policy is too large.")
              .with("MaxSizeAllowed", f.limit());

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
                  "The specified upload does not exist. The upload ID may be invalid, or the upload"
                      + " may have been aborted or completed.")
              .with("UploadId", f.uploadId());
      case Failure.NoSuchTagSet f ->
          error(404, "NoSuchTagSet", "The object has no tags.").with("Key", f.key());
      case Failure.BucketAlreadyExists f ->
          error(409, "BucketAlreadyExists", "The requested bucket name is not available.")
              .with("BucketName", f.bucket());
      case Failure.BucketAlreadyOwnedByYou f ->
          error(409, "BucketAlreadyExists", "The bucket you tried to create is yours already.")
              .with("BucketName", f.bucket());
      case Failure.BucketNotEmpty f ->
          error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty.")
              .with("BucketName", f.bucket());
      case Failure.InvalidObjectState f ->
          error(
                  403,
                  "InvalidObjectState",
                  "The operation is not valid for the object's storage class.")
              .with("ObjectName", f.key());
      case Failure.NotArchived f ->
          error(
                  400,
                  "OperationNotSupported",
                  "The operation is not supported for this resource: it is not archived.")
              .with("ObjectName", f.key());
      case Failure.RestoreInProgress f -> restoring(f.key());
      case Failure.RestorationShortened f -> restoring(f.key());
      case Failure.PreconditionFailed f -> unmet(f);
      case Failure.NotModified f -> error(304, "NotModified", "Not Modified");

      // Appending and links
      case Failure.PositionNotEqualToLength f ->
          error(409, "PositionNotEqualToLength", "Position is not equal to file length.")
              .with("Key", f.key())
              .with("Length", f.length());
      case Failure.ObjectNotAppendable f ->
          error(409, "ObjectNotAppendable", "The object is not appendable: " + f.reason())
              .with("Key", f.key());
      case Failure.AppendTooLarge f ->
          error(400, ARGUMENT, "The object would be too large after the append.")
              .with("ProposedSize", f.proposed())
              .with("MaxSizeAllowed", f.limit());
      case Failure.SourceNotCopyable f ->
          error(400, "OperationNotSupported", "An appendable object cannot be copied.")
              .with("Key", f.key());
      case Failure.NotSymlink f ->
          error(400, "NotSymlink", "The object is not a symbolic link.").with("Key", f.key());
      case Failure.SymlinkTargetNotExist f ->
          error(404, "SymlinkTargetNotExist", "The target of the symbolic link does not exist.")
              .with("Key", f.key())
              .with("SymlinkTarget", f.target());
      case Failure.InvalidTargetType f ->
          error(400, "InvalidTargetType", "The target of the symbolic link is a symbolic link.")
              .with("Key", f.key())
              .with("SymlinkTarget", f.target());

      // Bodies
      case Failure.MissingContentLength f ->
          error(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
      // The page of PutObject says so; a form that is too large is another matter.
      case Failure.EntityTooLarge f ->
          error(400, ARGUMENT, "Your proposed upload exceeds the maximum allowed object size.")
              .with("ProposedSize", f.proposed())
              .with("MaxSizeAllowed", f.limit());
      case Failure.DocumentTooLarge f -> malformedXml();
      case Failure.IncompleteBody f ->
          error(400, "IncompleteBody", "The body ended before its Content-Length.");
      case Failure.BodyTooLong f ->
          error(400, "InvalidRequest", "Your request has more bytes than its Content-Length says.");
      case Failure.BodyTimeout f ->
          error(
              400,
              "RequestTimeout",
              "Your socket connection to the server was not read from or written to within the"
                  + " timeout period.");
      // Nobody reads this one; the access log tells it from what was our doing.
      case Failure.ClientGone f ->
          error(499, "ClientDisconnected", "The client closed the connection.");
      case Failure.InvalidDigest f ->
          error(400, "InvalidDigest", "The Content-MD5 you specified was invalid.")
              .with("Content-MD5", f.value());
      case BadDigest f ->
          error(400, "InvalidDigest", "The digest you specified is not that of what was received.")
              .with("ClientDigest", Base64.getEncoder().encodeToString(f.expected()))
              .with("ServerDigest", Base64.getEncoder().encodeToString(f.actual()));
      case Failure.MalformedChunk f ->
          error(400, "InvalidRequest", "The chunks of your request body could not be read.");
      case Failure.ChunkTooSmall f ->
          error(400, "InvalidRequest", "A chunk of your request body is too small.");
      case Failure.MalformedTrailer f ->
          error(400, "InvalidRequest", "The trailer of your request body could not be read.");
      case Failure.MalformedAcl f -> malformedXml();
      case Failure.UnexpectedBody f ->
          error(400, "InvalidRequest", "A body is not expected beside " + f.header());
      case Failure.MalformedXml f -> malformedXml();
      case Failure.MissingBody f -> malformedXml();

      // Forms
      case Failure.OfForm f -> FORMS.of(f);

      // Multipart
      case Failure.InvalidPart f ->
          error(
                  400,
                  "InvalidPart",
                  "One or more of the specified parts could not be found or the specified entity"
                      + " tag might not have matched the part's entity tag.")
              .with("UploadId", f.uploadId())
              .with("PartNumber", f.partNumber())
              .with("ETag", f.eTag());
      case Failure.InvalidPartOrder f ->
          error(
                  400,
                  "InvalidPartOrder",
                  "The list of parts was not in ascending order. Parts list must specified in order"
                      + " by part number.")
              .with("UploadId", f.uploadId());
      case Failure.PartTooSmall f ->
          error(
                  400,
                  "EntityTooSmall",
                  "Your proposed upload is smaller than the minimum allowed object size.")
              .with("MinSizeAllowed", f.minimum())
              .with("ProposedSize", f.size())
              .with("PartNumber", f.partNumber())
              .with("ETag", f.eTag());

      // Ourselves
      case Failure.NoSpace f ->
          error(507, "InsufficientStorage", "There is no room left to store your data.");
      case Failure.Unavailable f ->
          error(503, "ServiceUnavailable", "Please reduce your request rate.");
      case Failure.TooManyRequests f ->
          error(503, "ServiceUnavailable", "Please reduce your request rate.");
      case Failure.Internal f ->
          error(500, "InternalError", "Please contact the server administrator.");
    };
  }

  /** A write's only condition is that it must not overwrite; all others are a reader's. */
  private static WireError unmet(Failure.PreconditionFailed f) {
    return f.condition().equals("If-None-Match")
        ? error(409, "FileAlreadyExists", "The object you specified already exists.")
        : error(412, PRECONDITION, "At least one of the pre-conditions you specified did not hold.")
            .with("Condition", f.condition());
  }

  /** Of a part that is to be copied of an archived object. */
  static WireError archivedSource() {
    return error(
        400, "OperationNotSupported", "A part cannot be copied of an object that is archived.");
  }

  private static WireError restoring(ObjectKey key) {
    return error(409, "RestoreAlreadyInProgress", "The restore operation is in progress.")
        .with("ObjectName", key);
  }

  private static WireError argument(String name, String value, String message) {
    return error(400, ARGUMENT, message).with("ArgumentName", name).with("ArgumentValue", value);
  }

  private static WireError malformedXml() {
    return error(
        400,
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published"
            + " schema.");
  }

  private static WireError signatureMismatch(Failure.SignatureMismatch f) {
    WireError error =
        error(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided."
                    + " Check your key and signing method.")
            .with("OSSAccessKeyId", f.accessKeyId())
            .with("SignatureProvided", f.provided())
            .with("StringToSign", f.stringToSign())
            .with("StringToSignBytes", spacedHex(f.stringToSign()));
    return f.canonicalRequest()
        .map(canonical -> error.with("CanonicalRequest", canonical))
        .orElse(error);
  }

  private static String spacedHex(String text) {
    return HexFormat.ofDelimiter(" ")
        .withUpperCase()
        .formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
