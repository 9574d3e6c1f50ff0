package dev.cairn.core.content;

import dev.cairn.model.BlobId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** New ids: UUIDs of version 7, which begin with the time in milliseconds, the rest at random. */
public final class BlobIds {
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final InstantSource clock;
  private final RandomGenerator random;

  public BlobIds() {
    this(InstantSource.system(), new SecureRandom());
  }

  public BlobIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** An id that no other process has or will have. */
  public BlobId next() {
    long high = (clock.millis() << 16) | VERSION | random.nextInt(1 << 12);
    long low = VARIANT | (random.nextLong() >>> 2);
    return new BlobId(new UUID(high, low));
  }
}
