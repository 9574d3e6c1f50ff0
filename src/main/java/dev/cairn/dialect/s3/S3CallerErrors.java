package dev.cairn.dialect.s3;

import static dev.cairn.dialect.family.WireError.error;

import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.protocol.IsoDates;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** What is wrong with who asks, in S3's words; part of {@link S3Errors}. */
final class S3CallerErrors {
  private S3CallerErrors() {}

  static WireError of(Failure.OfCaller failure) {
    return switch (failure) {
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
          error(400, "PolicyTooLarge", "The policy is too large.")
              .with("MaxSizeAllowed", f.limit());
    };
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
}
