package dev.cairn.dialect.obs;

import static dev.cairn.dialect.family.WireError.error;

import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import java.util.Base64;
import java.util.HexFormat;

/** What is wrong with the bytes after the head, in the words of OBS; part of {@link ObsErrors}. */
final class ObsBodyErrors {
  private final ObsForm form;

  ObsBodyErrors(ObsForm form) {
    this.form = form;
  }

  WireError of(Failure.OfBody failure) {
    return switch (failure) {
      case Failure.MissingContentLength f ->
          error(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
      case Failure.EntityTooLarge f ->
          error(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.")
              .with("ProposedSize", f.proposed())
              .with("MaxSizeAllowed", f.limit());
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
    };
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
