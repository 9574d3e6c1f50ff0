package dev.cairn.dialect.s2;

import static dev.cairn.dialect.family.WireError.error;

import dev.cairn.dialect.family.FormErrors;
import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import dev.cairn.protocol.IsoDates;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Every failure in S2's words. Its documents have no elements beside code and message, so that what
 * is to be said of the facts is said in the message.
 *
 * <p>One case for each failure and no default: a new one does not compile until it has its words.
 */
final class S2Errors {
  private static final FormErrors FORMS =
      new FormErrors(
          "MalformedPOSTRequest",
          "MaxMessageLengthExceeded",
          "UserKeyMustBeSpecified",
          "InvalidArgument");

  private S2Errors() {}

  static WireError of(Failure failure) {
    return switch (failure) {
      // What was asked for
      case Failure.NotImplemented f ->
          error(501, "NotImplemented", "This is not implemented: " + f.what());
      case Failure.MethodNotAllowed f ->
          error(
              405,
              "MethodNotAllowed",
              "The method %s is not allowed against this resource.".formatted(f.method()));
      case Failure.InvalidUri f -> bad("InvalidURI", "Couldn't parse the specified URI.");
      case Failure.InvalidArgument f -> bad("InvalidArgument", argument(f));
      case Failure.InvalidKey f -> bad("InvalidArgument", "key: " + f.reason());
      case Failure.MissingArgument f ->
          bad("InvalidArgument", "Missing required parameter: " + f.name());
      case Failure.InvalidRequest f -> bad("InvalidRequest", f.reason());
      case Failure.InvalidBucketName f ->
          bad("InvalidBucketName", "The specified bucket is not valid: " + f.name());
      case Failure.KeyTooLong f ->
          bad(
              "KeyTooLong",
              "Your key is too long: %d bytes, of %d".formatted(f.bytes(), f.limit()));
      case Failure.MetadataTooLarge f ->
          bad(
              "MetadataTooLarge",
              "Your metadata exceeds the maximum allowed size: %d bytes, of %d"
                  .formatted(f.bytes(), f.limit()));
      case Failure.InvalidStorageClass f ->
          bad("InvalidStorageClass", "The storage class you specified is not valid: " + f.word());
      case Failure.InvalidTag f -> bad("InvalidTag", f.reason() + ": " + f.key());
      case Failure.TooManyTags f ->
          bad("BadRequest", "An object cannot have more than %d tags.".formatted(f.limit()));
      case Failure.InvalidRedirectLocation f -> bad("InvalidRedirectLocation", f.reason());
      case Failure.InvalidEncryptionAlgorithm f ->
          bad("InvalidArgument", "The encryption you specified is not valid: " + f.word());
      case Failure.InvalidLocationConstraint f ->
          bad("InvalidArgument", "The specified location is not valid: " + f.region());
      case Failure.InvalidRange f ->
          error(
              416,
              "InvalidRange",
              "The requested range cannot be satisfied: the object has %d bytes."
                  .formatted(f.size()));
      case Failure.InvalidPartNumber f ->
          error(
              416,
              "InvalidRange",
              "The requested part cannot be satisfied: the object has %d parts."
                  .formatted(f.parts()));
      case Failure.HeadersTooLarge f ->
          bad(
              "MaxMessageLengthExceeded",
              "Your request headers exceed %d bytes.".formatted(f.limit()));

      // Who asks
      case Failure.AccessDenied f -> error(403, "AccessDenied", "Access Denied");
      case Failure.AnonymousOverrides f ->
          bad("InvalidRequest", "Response headers cannot be chosen by anonymous requests.");
      case Failure.UnresolvableGrantee f ->
          bad("InvalidArgument", "There is not one account of this address: " + f.email());
      case Failure.UnknownAccessKey f ->
          error(
              403,
              "InvalidAccessKeyId",
              "The access key you provided does not exist: " + f.accessKeyId());
      case Failure.SignatureMismatch f -> error(403, "SignatureDoesNotMatch", signatureMismatch(f));
      case Failure.MalformedAuthorization f -> bad("InvalidArgument", f.reason());
      case Failure.MalformedPresignedUrl f -> bad("InvalidArgument", f.reason());
      case Failure.MissingHeader f ->
          bad("InvalidRequest", "Missing required header for this request: " + f.name());
      case Failure.RequestTimeSkewed f ->
          error(
              403,
              "RequestTimeTooSkewed",
              "The difference between the request time %s and the server time %s is too large."
                  .formatted(IsoDates.format(f.requestTime()), IsoDates.format(f.serverTime())));
      case Failure.PresignedUrlExpired f ->
          bad(
              "ExpiredToken",
              "The token has expired: expires %s, now %s"
                  .formatted(IsoDates.format(f.expiredAt()), IsoDates.format(f.serverTime())));
      case Failure.InvalidToken f ->
          bad("InvalidToken", "The provided token is malformed or otherwise invalid.");
      case Failure.UnexpectedToken f ->
          bad("InvalidToken", "The provided token is malformed or otherwise invalid.");
      case Failure.ExpiredToken f -> bad("ExpiredToken", "The provided token has expired.");
      case Failure.UnknownAction f -> bad("InvalidRequest", "There is no such action.");
      case Failure.MalformedPolicy f -> bad("MalformedPolicy", f.reason());
      case Failure.PolicyTooLarge f ->
          bad("PolicyTooLarge", "The policy is larger than %d characters.".formatted(f.limit()));

      // What there is
      case Failure.NoSuchBucket f ->
          error(404, "NoSuchBucket", "The specified bucket does not exist.");
      case Failure.NoSuchKey f -> error(404, "NoSuchKey", "The specified key does not exist.");
      case Failure.NoSuchVersion f ->
          error(404, "NoSuchVersion", "The specified version does not exist.");
      case Failure.NoSuchUpload f ->
          error(
              404,
              "NoSuchUpload",
              "The specified upload does not exist: it may have been aborted or completed.");
      case Failure.NoSuchTagSet f -> error(404, "NoSuchTagSet", "The object has no tags.");
      case Failure.BucketAlreadyExists f ->
          error(409, "BucketAlreadyExists", "The requested bucket name is not available.");
      case Failure.BucketAlreadyOwnedByYou f ->
          error(409, "BucketAlreadyOwnedByYou", "You already own the bucket.");
      case Failure.BucketNotEmpty f ->
          error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty.");
      case Failure.InvalidObjectState f ->
          error(403, "InvalidObjectState", "The object is archived, and was not restored.");
      case Failure.NotArchived f -> error(403, "InvalidObjectState", "The object is not archived.");
      case Failure.RestoreInProgress f ->
          error(409, "RestoreAlreadyInProgress", "The object is being restored.");
      case Failure.RestorationShortened f ->
          error(409, "RestoreAlreadyInProgress", "The object is restored for longer.");
      case Failure.PreconditionFailed f ->
          error(
              412,
              "PreconditionFailed",
              "The condition %s does not hold.".formatted(f.condition()));
      case Failure.NotModified f -> error(304, "NotModified", "Not Modified");

      // Appending, and links that others made
      case Failure.PositionNotEqualToLength f ->
          error(
              409,
              "PositionNotEqualToLength",
              "The position is %d, and the object has %d bytes."
                  .formatted(f.position(), f.length()));
      case Failure.ObjectNotAppendable f ->
          error(409, "ObjectNotAppendable", "The object cannot be appended to: " + f.reason());
      case Failure.AppendTooLarge f ->
          bad(
              "EntityTooLarge",
              "The object would be too large: %d bytes, of %d".formatted(f.proposed(), f.limit()));
      case Failure.SourceNotCopyable f ->
          bad("InvalidRequest", "An object that can be appended to cannot be copied.");
      case Failure.NotSymlink f -> bad("InvalidRequest", "The object is not a symbolic link.");
      case Failure.SymlinkTargetNotExist f ->
          error(404, "NoSuchKey", "The object is a link, and its target does not exist.");
      case Failure.InvalidTargetType f ->
          bad("InvalidRequest", "The object is a link, and its target is a link too.");

      // Bodies
      case Failure.MissingContentLength f ->
          error(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
      case Failure.EntityTooLarge f ->
          bad(
              "EntityTooLarge",
              "Your proposed upload exceeds the maximum allowed size of %d bytes."
                  .formatted(f.limit()));
      case Failure.DocumentTooLarge f ->
          bad("MaxMessageLengthExceeded", "Your request exceeds %d bytes.".formatted(f.limit()));
      case Failure.IncompleteBody f ->
          bad(
              "IncompleteBody",
              "You did not provide the number of bytes specified by the Content-Length HTTP"
                  + " header.");
      case Failure.BodyTooLong f ->
          bad("InvalidRequest", "Your request has more bytes than its Content-Length says.");
      case Failure.BodyTimeout f ->
          bad(
              "RequestTimeout",
              "Your socket connection was not read from or written to within the timeout period.");
      // Nobody reads this one; the access log tells it from what was our doing.
      case Failure.ClientGone f ->
          error(499, "ClientDisconnected", "The client closed the connection.");
      case Failure.InvalidDigest f ->
          bad("InvalidDigest", "The Content-MD5 you specified was invalid.");
      case BadDigest f -> bad("BadDigest", badDigest(f));
      case Failure.MalformedChunk f -> bad("InvalidRequest", "malformed chunk: " + f.reason());
      case Failure.ChunkTooSmall f ->
          bad(
              "InvalidRequest",
              "Only the last chunk may have less than %d bytes.".formatted(f.minimum()));
      case Failure.MalformedTrailer f -> bad("InvalidRequest", "malformed trailer: " + f.reason());
      case Failure.MalformedAcl f ->
          bad("MalformedACLError", "The access control list is malformed: " + f.reason());
      case Failure.UnexpectedBody f ->
          bad("InvalidRequest", "A body is not expected beside " + f.header());
      case Failure.MalformedXml f ->
          bad(
              "MalformedXML",
              "The XML you provided was not well-formed or did not validate against our published"
                  + " schema.");
      case Failure.MissingBody f -> bad("MissingRequestBodyError", "Request body is empty.");

      // Forms
      case Failure.OfForm f -> FORMS.of(f);

      // Multipart
      case Failure.InvalidPart f ->
          bad(
              "InvalidPart",
              "Part %d could not be found, or its entity tag does not match."
                  .formatted(f.partNumber()));
      case Failure.InvalidPartOrder f ->
          bad("InvalidPartOrder", "The list of parts was not in ascending order.");
      case Failure.PartTooSmall f ->
          bad(
              "EntityTooSmall",
              "Part %d has %d bytes, less than %d."
                  .formatted(f.partNumber(), f.size(), f.minimum()));

      // Ourselves
      // S2 is never full. 507 is the status that says it, and one that SDKs do not try again.
      case Failure.NoSpace f ->
          error(507, "InsufficientStorage", "There is no room left to store your data.");
      case Failure.Unavailable f -> error(503, "SlowDown", "Please try again later.");
      case Failure.TooManyRequests f -> error(503, "SlowDown", "Please reduce your request rate.");
      case Failure.Internal f ->
          error(500, "InternalError", "We encountered an internal error. Please try again.");
    };
  }

  private static WireError bad(String code, String message) {
    return error(400, code, message);
  }

  private static String argument(Failure.InvalidArgument f) {
    return f.reason().isEmpty()
        ? "invalid value of %s: %s".formatted(f.name(), f.value())
        : f.name() + ": " + f.reason();
  }

  private static String signatureMismatch(Failure.SignatureMismatch f) {
    String message = "string to sign:%s, hex:%s".formatted(f.stringToSign(), hex(f.stringToSign()));
    return f.canonicalRequest()
        .map(text -> message + "\ncanonical_request:%s, hex:%s".formatted(text, hex(text)))
        .orElse(message);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String badDigest(BadDigest f) {
    return switch (f.claim()) {
      case CONTENT_MD5 -> "The Content-MD5 you specified did not match what we received.";
      case CHECKSUM ->
          "The %s you specified did not match what we received.".formatted(f.algorithm());
      case PAYLOAD_HASH -> "The x-amz-content-sha256 you specified did not match what we received.";
    };
  }
}
