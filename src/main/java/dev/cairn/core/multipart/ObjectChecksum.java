package dev.cairn.core.multipart;

import dev.cairn.core.body.CrcCombiner;
import dev.cairn.core.body.Digest;
import dev.cairn.core.multipart.CompleteMultipartUpload.ClaimedChecksum;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import dev.cairn.model.Failure.BadDigest;
import dev.cairn.model.Part;
import dev.cairn.model.Upload;
import dev.cairn.model.Upload.ChecksumPlan;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checksum of an assembled object, from those of its parts. */
final class ObjectChecksum {
  /**
   * What no client chooses for an upload: parts have it when they came by way of a dialect that
   * always answers it, and the whole has it when they all have.
   */
  private static final Set<DigestAlgorithm> UNASKED = EnumSet.of(DigestAlgorithm.CRC64ECMA);

  private final Upload upload;
  private final List<Part> parts;

  ObjectChecksum(Upload upload, List<Part> parts) {
    this.upload = upload;
    this.parts = parts;
  }

  /**
   * The checksums to keep, after those that the client claims of the whole have been found right.
   *
   * @throws dev.cairn.model.FailureException BadDigest; InvalidRequest for a claim of another kind
   *     than the upload's; InvalidPartOrder for gaps in a composite
   */
  List<Checksum> check(CompleteMultipartUpload input) {
    Optional<ChecksumPlan> plan = upload.checksum().or(() -> planOf(input));
    List<Checksum> checksums = new ArrayList<>();
    if (plan.isPresent()) {
      checkType(plan.get(), input);
      Checksum checksum = compute(plan.get());
      input.claimed().ifPresent(claimed -> verify(claimed, checksum));
      checksums.add(checksum);
    }
    combine(input.wanted(), checksums);
    return checksums;
  }

  /** Adds what the parts' own digests give, of kinds that are not there yet. */
  private void combine(Set<DigestAlgorithm> wanted, List<Checksum> checksums) {
    EnumSet<DigestAlgorithm> kinds = EnumSet.copyOf(UNASKED);
    kinds.addAll(wanted);
    checksums.forEach(checksum -> kinds.remove(checksum.algorithm()));
    kinds.stream()
        .filter(DigestAlgorithm::combinable)
        .filter(algorithm -> parts.stream().allMatch(part -> has(part, algorithm)))
        .forEach(algorithm -> checksums.add(fullObject(algorithm)));
  }

  // An upload that was begun without a plan, whose parts have a checksum of the claimed kind all
  // the
  // same, can answer for the whole.
  private Optional<ChecksumPlan> planOf(CompleteMultipartUpload input) {
    return input
        .claimed()
        .map(
            claimed -> {
              DigestAlgorithm algorithm = claimed.algorithm();
              if (!parts.stream().allMatch(part -> has(part, algorithm))) {
                throw mismatch("null", algorithm.name());
              }
              Checksum.Type type =
                  input
                      .claimedType()
                      .orElse(
                          claimed.text().contains("-")
                              ? Checksum.Type.COMPOSITE
                              : Checksum.Type.FULL_OBJECT);
              return new ChecksumPlan(algorithm, type);
            });
  }

  private static boolean has(Part part, DigestAlgorithm algorithm) {
    return part.checksum(algorithm).isPresent();
  }

  private static void checkType(ChecksumPlan plan, CompleteMultipartUpload input) {
    input
        .claimed()
        .filter(claimed -> claimed.algorithm() != plan.algorithm())
        .ifPresent(
            claimed -> {
              throw mismatch(plan.algorithm().name(), claimed.algorithm().name());
            });
    input
        .claimedType()
        .filter(type -> type != plan.type())
        .ifPresent(
            type -> {
              throw mismatch(plan.type().name(), type.name());
            });
    if (plan.type() == Checksum.Type.FULL_OBJECT && !plan.algorithm().combinable()) {
      throw new Failure.InvalidRequest(
              "The FULL_OBJECT checksum type cannot be used with " + plan.algorithm())
          .exception();
    }
  }

  private static RuntimeException mismatch(String expected, String actual) {
    return new Failure.InvalidRequest(
            "Checksum Type mismatch occurred, expected checksum Type: "
                + expected
                + ", actual checksum Type: "
                + actual)
        .exception();
  }

  private Checksum compute(ChecksumPlan plan) {
    return switch (plan.type()) {
      case COMPOSITE -> composite(plan.algorithm());
      case FULL_OBJECT -> fullObject(plan.algorithm());
    };
  }

  private Checksum composite(DigestAlgorithm algorithm) {
    int expected = 1;
    Digest digest = Digest.of(algorithm);
    for (Part part : parts) {
      if (part.number() != expected++) {
        throw new Failure.InvalidPartOrder(upload.id().toString()).exception();
      }
      digest.update(ByteBuffer.wrap(value(part, algorithm)));
    }
    return new Checksum(algorithm, Checksum.Type.COMPOSITE, digest.value(), parts.size());
  }

  private Checksum fullObject(DigestAlgorithm algorithm) {
    byte[] whole = value(parts.getFirst(), algorithm);
    for (Part part : parts.subList(1, parts.size())) {
      whole = CrcCombiner.combine(algorithm, whole, value(part, algorithm), part.size());
    }
    return new Checksum(algorithm, Checksum.Type.FULL_OBJECT, whole, 0);
  }

  private static byte[] value(Part part, DigestAlgorithm algorithm) {
    return part.checksum(algorithm)
        .map(Checksum::value)
        .orElseThrow(() -> mismatch(algorithm.name(), "null"));
  }

  private static void verify(ClaimedChecksum claimed, Checksum actual) {
    byte[] expected = claimed.text().getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(expected, actual.text().getBytes(StandardCharsets.US_ASCII))) {
      throw new BadDigest(BadDigest.Claim.CHECKSUM, claimed.algorithm(), expected, actual.value())
          .exception();
    }
  }
}
