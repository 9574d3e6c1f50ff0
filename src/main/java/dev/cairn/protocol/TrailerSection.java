package dev.cairn.protocol;

import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Claims.Claimed;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lines after the last chunk, up to an empty one. A line ends with CR LF; after an LF of its
 * own too, as AWS's page prints it and the MinIO SDKs send it.
 */
final class TrailerSection {
  private static final String SIGNATURE = "x-amz-trailer-signature";
  private static final int LIMIT = 4096;

  private final Map<String, DigestAlgorithm> missing;
  private final Optional<ChunkSignatures> signatures;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(128);
  private final StringBuilder signedText = new StringBuilder();
  private final List<Claimed> claimed = new ArrayList<>();
  private boolean afterCr;
  private boolean verified;
  private int total;

  TrailerSection(AnnouncedTrailers announced, Optional<ChunkSignatures> signatures) {
    this.missing = new HashMap<>(announced.checksums());
    this.signatures = signatures;
  }

  /**
   * One byte more.
   *
   * @return whether that was the last
   * @throws dev.cairn.model.FailureException MalformedTrailer, SignatureMismatch, InvalidRequest
   */
  boolean add(byte b) {
    if (++total > LIMIT) {
      throw malformed("the trailers are too long");
    }
    if (afterCr && b != '\n') {
      throw malformed("a trailer does not end with CR LF");
    }
    if (b == '\r') {
      afterCr = true;
      return false;
    }
    if (!afterCr) {
      line.write(b);
      return false;
    }
    afterCr = false;
    String text = line.toString(StandardCharsets.ISO_8859_1);
    line.reset();
    return text.isEmpty() ? end() : line(text);
  }

  Claims claims() {
    return new Claims(claimed);
  }

  private boolean line(String text) {
    String content = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    int colon = content.indexOf(':');
    if (colon <= 0 || content.indexOf('\n') >= 0 || verified) {
      throw malformed("a trailer cannot be read");
    }
    String name = content.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    String value = content.substring(colon + 1).strip();
    if (name.equals(SIGNATURE) && signatures.isPresent()) {
      verify(value);
    } else {
      claim(name, value);
    }
    return false;
  }

  private void verify(String signature) {
    byte[] text = signedText.toString().getBytes(StandardCharsets.ISO_8859_1);
    signatures.orElseThrow().verifyTrailer(Hashes.sha256(text), signature);
    verified = true;
  }

  private void claim(String name, String value) {
    DigestAlgorithm algorithm = missing.remove(name);
    if (algorithm == null) {
      throw malformed("a trailer was not announced, or comes twice");
    }
    claimed.add(new Claimed(BadDigest.Claim.CHECKSUM, algorithm, decode(name, value, algorithm)));
    signedText.append(name).append(':').append(value).append('\n');
  }

  private static byte[] decode(String name, String value, DigestAlgorithm algorithm) {
    try {
      byte[] digest = Base64.getDecoder().decode(value);
      if (digest.length == algorithm.bytes()) {
        return digest;
      }
    } catch (IllegalArgumentException e) {
      // No base64: as wrong as another length.
    }
    // As for the header of that name, and as S3 has it.
    throw new Failure.InvalidRequest("Value for " + name + " trailing header is invalid.")
        .exception();
  }

  private boolean end() {
    if (!missing.isEmpty()) {
      throw malformed("an announced trailer is missing");
    }
    if (signatures.isPresent() && !verified) {
      throw malformed("the signature of the trailers is missing");
    }
    return true;
  }

  private static RuntimeException malformed(String reason) {
    return new Failure.MalformedTrailer(reason).exception();
  }
}
