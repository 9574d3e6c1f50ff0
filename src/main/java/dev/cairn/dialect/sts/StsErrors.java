package dev.cairn.dialect.sts;

import static dev.cairn.dialect.family.WireError.error;

import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.protocol.IsoDates;
import java.time.Instant;

/**
 * Failures in the words of AWS STS. What can only happen to buckets and objects has none: should it
 * happen here, it is a fault of ours.
 */
final class StsErrors {
  private static final String VALIDATION = "ValidationError";
  private static final String SIGNATURE = "SignatureDoesNotMatch";

  private StsErrors() {}

  static WireError of(Failure failure) {
    return switch (failure) {
      // What was asked for
      case Failure.UnknownAction f ->
          f.action()
              .map(
                  action ->
                      error(
                          400,
                          "InvalidAction",
                          "Could not find operation %s for version %s"
                              .formatted(action, StsOperations.VERSION)))
              .orElseGet(() -> error(400, "MissingAction", "The request is missing an action."));
      case Failure.InvalidArgument f -> error(400, VALIDATION, argument(f));
      case Failure.InvalidRequest f -> error(400, VALIDATION, f.reason());
      case Failure.InvalidUri f ->
          error(400, "MalformedQueryString", "The query string contains a syntax error.");
      case Failure.MethodNotAllowed f ->
          error(405, "MethodNotAllowed", "The method %s is not allowed.".formatted(f.method()));
      case Failure.NotImplemented f ->
          error(501, "NotImplemented", f.what() + " is not implemented.");
      case Failure.MalformedPolicy f -> error(400, "MalformedPolicyDocument", f.reason());
      case Failure.PolicyTooLarge f ->
          error(
              400,
              "PackedPolicyTooLarge",
              "The policy has %d characters, of %d.".formatted(f.characters(), f.limit()));
      case Failure.DocumentTooLarge f ->
          error(
              413,
              "RequestEntityTooLarge",
              "The request is larger than %d bytes.".formatted(f.limit()));
      case Failure.HeadersTooLarge f ->
          error(
              400,
              "RequestHeaderSectionTooLarge",
              "The headers are larger than %d bytes.".formatted(f.limit()));
      case Failure.IncompleteBody f ->
          error(400, "IncompleteBody", "The request is shorter than its Content-Length says.");
      case Failure.BodyTooLong f ->
          error(400, "InvalidRequest", "The request is longer than its Content-Length says.");
      case Failure.BodyTimeout f ->
          error(400, "RequestTimeout", "The request did not come in time.");

      // Who asks
      case Failure.AccessDenied f -> error(403, "AccessDenied", f.reason());
      case Failure.UnknownAccessKey f -> invalidKey();
      case Failure.InvalidToken f -> invalidKey();
      case Failure.UnexpectedToken f -> invalidKey();
      case Failure.ExpiredToken f ->
          error(403, "ExpiredToken", "The security token included in the request is expired");
      case Failure.SignatureMismatch f -> error(403, SIGNATURE, mismatch(f));
      case Failure.MalformedAuthorization f -> error(400, "IncompleteSignature", f.reason());
      case Failure.MalformedPresignedUrl f -> error(400, "IncompleteSignature", f.reason());
      case Failure.MissingHeader f ->
          error(400, "IncompleteSignature", "The request has no header " + f.name());
      case Failure.RequestTimeSkewed f ->
          error(403, SIGNATURE, expired(f.requestTime(), f.serverTime()));
      case Failure.PresignedUrlExpired f ->
          error(403, SIGNATURE, expired(f.expiredAt(), f.serverTime()));

      // Ourselves
      case Failure.Unavailable f ->
          error(503, "ServiceUnavailable", "The service is unavailable. Please try again.");
      case Failure.TooManyRequests f -> error(400, "Throttling", "Rate exceeded");
      default ->
          error(500, "InternalFailure", "We encountered an internal error. Please try again.");
    };
  }

  private static WireError invalidKey() {
    return error(
        403, "InvalidClientTokenId", "The security token included in the request is invalid.");
  }

  private static String argument(Failure.InvalidArgument f) {
    return "1 validation error detected: Value %s at '%s' failed to satisfy constraint: %s"
        .formatted(f.value().isEmpty() ? "null" : "'" + f.value() + "'", f.name(), f.reason());
  }

  private static String expired(Instant signedAt, Instant now) {
    return "Signature %s: %s, and it is %s"
        .formatted(
            signedAt.isBefore(now) ? "expired" : "not yet current",
            IsoDates.formatBasic(signedAt),
            IsoDates.formatBasic(now));
  }

  private static String mismatch(Failure.SignatureMismatch f) {
    String message =
        "The request signature we calculated does not match the signature you provided. Check your"
            + " AWS Secret Access Key and signing method.";
    return f.canonicalRequest()
        .map(
            canonical ->
                message
                    + "\n\nThe Canonical String for this request should have been\n'"
                    + canonical
                    + "'\n\nThe String-to-Sign should have been\n'"
                    + f.stringToSign()
                    + "'\n")
        .orElse(message);
  }
}
