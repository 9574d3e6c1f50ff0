package dev.cairn.dialect.obs;

import static dev.cairn.dialect.family.WireError.error;

import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.protocol.IsoDates;

/** What is wrong with who asks, in the words of OBS; part of {@link ObsErrors}. */
final class ObsCallerErrors {
  private final ObsForm form;

  ObsCallerErrors(ObsForm form) {
    this.form = form;
  }

  WireError of(Failure.OfCaller failure) {
    return switch (failure) {
      case Failure.AccessDenied f -> error(403, "AccessDenied", "Access Denied");
      case Failure.AnonymousOverrides f ->
          error(
              400,
              form.word("InvalidRequest", "ForbidAnonReqOverwriteRespHead"),
              "Anonymous requests cannot choose headers of the response.");
      case Failure.UnresolvableGrantee f ->
          error(400, "InvalidArgument", "There is not one account of this address.")
              .with("ArgumentValue", f.email());
      case Failure.UnknownAccessKey f ->
          error(
                  403,
                  "InvalidAccessKeyId",
                  "The access key ID you provided does not exist in our records.")
              .with(form.word("AWSAccessKeyId", "AccessKeyId"), f.accessKeyId());
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
          error(400, "PolicyTooLarge", "The policy is too large.")
              .with("MaxSizeAllowed", f.limit());
    };
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
            .with(form.word("AWSAccessKeyId", "AccessKeyId"), f.accessKeyId())
            .with("SignatureProvided", f.provided())
            .with("StringToSign", f.stringToSign());
    return f.canonicalRequest()
        .map(canonical -> error.with("CanonicalRequest", canonical))
        .orElse(error);
  }
}
