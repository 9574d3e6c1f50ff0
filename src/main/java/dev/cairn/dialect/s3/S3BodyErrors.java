package dev.cairn.dialect.s3;

import static dev.cairn.dialect.family.WireError.error;

import dev.cairn.dialect.family.WireError;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import java.util.Base64;
import java.util.HexFormat;

/** What is wrong with the bytes after the head, in S3's words; part of {@link S3Errors}. */
final class S3BodyErrors {
  private S3BodyErrors() {}

  static WireError of(Failure.OfBody failure) {
    return switch (failure) {
      case Failure.MissingContentLength f ->
          error(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
      case Failure.EntityTooLarge f ->
          error(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
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
    };
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
