package dev.cairn.dialect.family.signature;

import dev.cairn.model.Failure;
import dev.cairn.protocol.IsoDates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Whether a signature is made for now. */
public record SigningTime(InstantSource clock) {
  public static final Duration SKEW = Duration.ofMinutes(15);

  private static final Duration WEEK = Duration.ofDays(7);

  /** Of a signature in a header: made up to 15 minutes before or after now. */
  public void requireRecent(Instant signedAt) {
    Instant now = clock.instant();
    if (Duration.between(signedAt, now).abs().compareTo(SKEW) > 0) {
      throw new Failure.RequestTimeSkewed(signedAt, now, SKEW).exception();
    }
  }

  /** Of a presigned URL: not made later than a clock may go wrong. */
  public void requireBegun(Instant signedAt) {
    if (signedAt.isAfter(clock.instant().plus(SKEW))) {
      throw new Failure.AccessDenied("Request is not yet valid").exception();
    }
  }

  public void requireNotExpired(Instant expiresAt) {
    Instant now = clock.instant();
    if (now.isAfter(expiresAt)) {
      throw new Failure.PresignedUrlExpired(expiresAt, now).exception();
    }
  }

  /**
   * Whether a day, {@code yyyyMMdd}, began at most a week ago; one that no calendar has did not.
   */
  boolean isOfLastWeek(String day) {
    return IsoDates.parseBasic(day + "T000000Z")
        .filter(begun -> !clock.instant().isAfter(begun.plus(WEEK)))
        .isPresent();
  }
}
