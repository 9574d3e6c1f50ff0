package dev.cairn.dialect.family.signature;

import dev.cairn.model.Failure;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What {@code x-amz-content-sha256} says of the body. */
sealed interface PayloadDeclaration {
  /** Name of the header, without its prefix. */
  String HEADER = "content-sha256";

  String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

  /** Nothing. */
  record Unsigned() implements PayloadDeclaration {}

  /** Its hash. */
  record Hash(byte[] sha256) implements PayloadDeclaration {}

  /** It is chunked, each chunk signed. */
  record SignedChunks(boolean trailers) implements PayloadDeclaration {}

  /** It is chunked, unsigned, with trailers. */
  record UnsignedChunks() implements PayloadDeclaration {}

  Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

  /**
   * @throws dev.cairn.model.FailureException InvalidArgument; NotImplemented for asymmetric
   *     signatures
   */
  static PayloadDeclaration parse(String header, String value) {
    return switch (value) {
      case UNSIGNED_PAYLOAD -> new Unsigned();
      case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" -> new SignedChunks(false);
      case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" -> new SignedChunks(true);
      case "STREAMING-UNSIGNED-PAYLOAD-TRAILER" -> new UnsignedChunks();
      case "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD",
          "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER" ->
          throw new Failure.NotImplemented(value).exception();
      default -> {
        if (!HASH.matcher(value).matches()) {
          throw new Failure.InvalidArgument(
                  header,
                  value,
                  header
                      + " must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER,"
                      + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD,"
                      + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, or a valid sha256 value.")
              .exception();
        }
        yield new Hash(HexFormat.of().parseHex(value));
      }
    };
  }
}
