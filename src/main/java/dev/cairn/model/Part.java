package dev.cairn.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part as it was received.
 *
 * @param number from 1 on
 * @param md5 of its bytes: every dialect derives its ETag, and that of the whole, from it
 * @param checksums those that are known, at most one for each algorithm
 */
public record Part(
    int number, long size, byte[] md5, Instant lastModified, List<Checksum> checksums) {
  public Part {
    checksums = List.copyOf(checksums);
  }

  /** The checksum of this algorithm, where it is known. */
  public Optional<Checksum> checksum(DigestAlgorithm algorithm) {
    return checksums.stream().filter(c -> c.algorithm() == algorithm).findFirst();
  }

  public ETag eTag() {
    return ETag.ofMd5(md5);
  }
}
