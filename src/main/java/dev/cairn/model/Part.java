package dev.cairn.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A part as it was received.
 *
 * @param number from 1 on
 * @param md5 of its bytes: every dialect derives its ETag, and that of the whole, from it
 * @param checksum the one that its upload asked for, or that its sender claimed
 */
public record Part(
    int number, long size, byte[] md5, Instant lastModified, Optional<Checksum> checksum) {
  public ETag eTag() {
    return ETag.ofMd5(md5);
  }
}
