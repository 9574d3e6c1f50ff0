package dev.cairn.dialect;

import java.time.Instant;
import java.util.UUID;

/**
 * Identity of one request, 128 bits; each dialect shows it in its own form, and the logs in that of
 * its dialect. Its first 48 bits are the time: some vendors show that too.
 */
public record RequestId(UUID value) {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  /** The id of a request that came now; all but the time is taken from the two numbers. */
  public static RequestId at(Instant now, long random, long moreRandom) {
    long high = now.toEpochMilli() << 16 | VERSION_7 | (random & 0xfff);
    return new RequestId(new UUID(high, VARIANT | moreRandom >>> 2));
  }

  public Instant issuedAt() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
