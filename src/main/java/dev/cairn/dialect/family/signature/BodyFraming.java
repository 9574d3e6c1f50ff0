package dev.cairn.dialect.family.signature;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.dialect.RequestHead;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import dev.cairn.protocol.AnnouncedTrailers;
import dev.cairn.protocol.AwsChunkedBody;
import dev.cairn.protocol.ChunkSignatures;
import dev.cairn.protocol.ClaimingBody;
import dev.cairn.protocol.Hashes;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** From what a verified head says of its body to the decorators that hold the body to it. */
final class BodyFraming {
  private static final byte[] EMPTY_HASH = Hashes.sha256(new byte[0]);
  private static final String CODING = "aws-chunked";

  private final AwsRules rules;
  private final Executor worker;

  BodyFraming(AwsRules rules, Executor worker) {
    this.rules = rules;
    this.worker = worker;
  }

  /**
   * What the head declares.
   *
   * @throws dev.cairn.model.FailureException for a declaration that cannot be read
   */
  PayloadDeclaration declared(RequestHead head) {
    String header = rules.header(PayloadDeclaration.HEADER);
    PayloadDeclaration declaration =
        head.headers()
            .first(header)
            .map(value -> PayloadDeclaration.parse(header, value))
            .orElseGet(PayloadDeclaration.Unsigned::new);
    if (rules.habits().emptyHashMeansUnsigned()
        && declaration instanceof PayloadDeclaration.Hash(byte[] sha256)
        && head.raw().hasBody()
        && MessageDigest.isEqual(sha256, EMPTY_HASH)) {
      return new PayloadDeclaration.Unsigned();
    }
    // SDKs that sign nothing at all still chunk, and say so only in the coding.
    return declaration instanceof PayloadDeclaration.Unsigned && saysChunked(head)
        ? new PayloadDeclaration.UnsignedChunks()
        : declaration;
  }

  private boolean saysChunked(RequestHead head) {
    return head.headers().has(rules.header("decoded-content-length"))
        && head.headers().all("content-encoding").stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .anyMatch(coding -> coding.strip().toLowerCase(Locale.ROOT).equals(CODING));
  }

  /**
   * @param signatures empty where the head is not signed, or signed in a way that has none of
   *     chunks
   */
  UnaryOperator<Body> of(
      RequestHead head, PayloadDeclaration declared, Optional<ChunkSignatures> signatures) {
    return switch (declared) {
      case PayloadDeclaration.Unsigned() -> UnaryOperator.identity();
      case PayloadDeclaration.Hash(byte[] sha256) -> claiming(head, sha256);
      case PayloadDeclaration.UnsignedChunks() -> chunked(head, Optional.empty(), true);
      case PayloadDeclaration.SignedChunks(boolean trailers) -> {
        if (signatures.isEmpty()) {
          throw new Failure.InvalidRequest("signed chunks need a request signed with V4")
              .exception();
        }
        yield chunked(head, signatures, trailers);
      }
    };
  }

  private static UnaryOperator<Body> claiming(RequestHead head, byte[] sha256) {
    if (!head.raw().hasBody()) {
      if (!MessageDigest.isEqual(sha256, EMPTY_HASH)) {
        throw new BadDigest(
                BadDigest.Claim.PAYLOAD_HASH, DigestAlgorithm.SHA256, sha256, EMPTY_HASH.clone())
            .exception();
      }
      return UnaryOperator.identity();
    }
    Claims claims =
        new Claims(
            List.of(
                new Claims.Claimed(BadDigest.Claim.PAYLOAD_HASH, DigestAlgorithm.SHA256, sha256)));
    return body -> new ClaimingBody(body, claims);
  }

  private UnaryOperator<Body> chunked(
      RequestHead head, Optional<ChunkSignatures> signatures, boolean withTrailers) {
    long length = decodedLength(head);
    Optional<AnnouncedTrailers> trailers =
        withTrailers
            ? Optional.of(
                AnnouncedTrailers.parse(
                    head.headers().first(rules.header("trailer")), rules.trailers()))
            : Optional.empty();
    return body -> new AwsChunkedBody(body, length, signatures, trailers, worker);
  }

  private long decodedLength(RequestHead head) {
    String header = rules.header("decoded-content-length");
    String value =
        head.headers()
            .first(header)
            .orElseThrow(() -> new Failure.MissingContentLength().exception());
    if (!value.matches("[0-9]{1,18}")) {
      throw new Failure.InvalidArgument(header, value, "not a length").exception();
    }
    long length = Long.parseLong(value);
    if (length > head.raw().contentLength().orElse(Long.MAX_VALUE)) {
      throw new Failure.InvalidArgument(header, value, "longer than the whole body").exception();
    }
    return length;
  }
}
