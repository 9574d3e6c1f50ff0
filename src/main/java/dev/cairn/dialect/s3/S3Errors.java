package dev.cairn.dialect.s3;

import static dev.cairn.dialect.family.WireError.error;

import dev.cairn.dialect.family.FormErrors;
import dev.cairn.dialect.family.WireError;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.IsoDates;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

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

      // Who asks
      case Failure.AccessDenied f -> error(403, "AccessDenied", "Access Denied");
      case Failure.AnonymousOverrides f ->
          error(
              400,
              "InvalidRequest",
              "Request specific response headers cannot be used for anonymous GET requests.");
      case Failure.UnresolvableGrantee f when f.accounts() > 1 ->
          error(
                  400,
                  "AmbiguousGrantByEmailAddress",
                  "The e-mail address you provided is associated with more than one account.")
              .with("GranteeEmail", f.email());
      case Failure.UnresolvableGrantee f ->
          error(
                  400,
                  "UnresolvableGrantByEmailAddress",
                  "The e-mail address you provided does not match any account on record.")
              .with("GranteeEmail", f.email());
      case Failure.UnknownAccessKey f ->
          error(
                  403,
                  "InvalidAccessKeyId",
                  "The AWS Access Key Id you provided does not exist in our records.")
              .with("AWSAccessKeyId", f.accessKeyId());
      case Failure.SignatureMismatch f -> signatureMismatch(f);
      case Failure.MalformedAuthorization f ->
          region(
              error(
                  400,
                  "AuthorizationHeaderMalformed",
                  "The authorization header is malformed; " + f.reason()),
              f.expectedRegion());
      case Failure.MalformedPresignedUrl f ->
          region(error(400, "AuthorizationQueryParametersError", f.reason()), f.expectedRegion());
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
      case Failure.InvalidToken f ->
          error(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
      case Failure.UnexpectedToken f ->
          error(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
      case Failure.ExpiredToken f -> error(400, "ExpiredToken", "The provided token has expired.");
      case Failure.UnknownAction f -> error(400, "InvalidRequest", "There is no such action.");
      case Failure.MalformedPolicy f -> error(400, "MalformedPolicy", f.reason());
      case Failure.PolicyTooLarge f ->
          error(400, "PolicyTooLarge", "The policy is too large.").with(TOO_LARGE, f.limit());

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

      // Bodies
      case Failure.MissingContentLength f ->
          error(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
      case Failure.EntityTooLarge f ->
          error(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
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
                  + " header");
      case Failure.BodyTooLong f ->
          error(400, "InvalidRequest", "Your request has more bytes than its Content-Length says.");
      case Failure.BodyTimeout f ->
          error(
              400,
              "RequestTimeout",
              "Your socket connection to the server was not read from or written to within the"
                  + " timeout period. Idle connections will be closed.");
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
                  "Only the last chunk is allowed to have a size less than %d bytes"
                      .formatted(f.minimum()))
              .with("Chunk", f.index())
              .with("BadChunkSize", f.size());
      case Failure.MalformedTrailer f ->
          error(
              400,
              "MalformedTrailerError",
              "The request contained trailing data that was not well-formed or did not conform to"
                  + " our published schema.");
      case Failure.MalformedAcl f ->
          error(
              400,
              "MalformedACLError",
              "The XML you provided was not well-formed or did not validate against our published"
                  + " schema.");
      case Failure.UnexpectedBody f ->
          error(400, "UnexpectedContent", "This request does not support content.");
      case Failure.MalformedXml f ->
          error(
              400,
              "MalformedXML",
              "The XML you provided was not well-formed or did not validate against our published"
                  + " schema");
      case Failure.MissingBody f -> error(400, "MissingRequestBodyError", "Request body is empty.");

      // Forms
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

  private static WireError region(WireError error, Optional<String> expected) {
    return expected.map(region -> error.with("Region", region)).orElse(error);
  }

  private static WireError signatureMismatch(Failure.SignatureMismatch f) {
    WireError error =
        error(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided."
                    + " Check your key and signing method.")
            .with("AWSAccessKeyId", f.accessKeyId())
            .with("StringToSign", f.stringToSign())
            .with("SignatureProvided", f.provided())
            .with("StringToSignBytes", spacedHex(f.stringToSign()));
    return f.canonicalRequest()
        .map(
            canonical ->
                error
                    .with("CanonicalRequest", canonical)
                    .with("CanonicalRequestBytes", spacedHex(canonical)))
        .orElse(error);
  }

  private static String spacedHex(String text) {
    return HexFormat.ofDelimiter(" ").formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static WireError badDigest(BadDigest f) {
    return switch (f.claim()) {
      case CONTENT_MD5 ->
          digests(f, "The Content-MD5 you specified did not match what we received.");
      case CHECKSUM ->
          digests(
              f,
              "The %s you specified did not match the calculated checksum."
                  .formatted(f.algorithm()));
      case PAYLOAD_HASH ->
          error(
                  400,
                  "XAmzContentSHA256Mismatch",
                  "The provided 'x-amz-content-sha256' header does not match what was computed.")
              .with("ClientComputedContentSHA256", HexFormat.of().formatHex(f.expected()))
              .with("S3ComputedContentSHA256", HexFormat.of().formatHex(f.actual()));
    };
  }

  private static WireError digests(BadDigest f, String message) {
    // MD5 is hex in S3's own answers where the client's was base64.
    String expected =
        f.algorithm() == DigestAlgorithm.MD5
            ? HexFormat.of().formatHex(f.expected())
            : Base64.getEncoder().encodeToString(f.expected());
    return error(400, "BadDigest", message)
        .with("ExpectedDigest", expected)
        .with("CalculatedDigest", Base64.getEncoder().encodeToString(f.actual()));
  }
}
