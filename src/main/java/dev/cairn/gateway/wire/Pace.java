package dev.cairn.gateway.wire;

import dev.cairn.model.Failure;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast requests may follow each other on one connection: a bucket of tokens, one for each
 * request, that holds those of a second. Belongs to the connection's event loop.
 */
final class Pace {
  private static final double NANOS = 1e9;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final int perSecond;
  private final LongSupplier nanos;
  private double tokens;
  private long filled;

  /**
   * @param nanos a clock, such as {@link System#nanoTime}
   */
  Pace(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos;
    this.tokens = perSecond;
    this.filled = nanos.getAsLong();
  }

  /** A request comes: null, or why it comes too soon. */
  Failure refusal() {
    long now = nanos.getAsLong();
    tokens = Math.min(perSecond, tokens + (now - filled) / NANOS * perSecond);
    filled = now;
    if (tokens < 1) {
      return new Failure.TooManyRequests(perSecond, RETRY_AFTER);
    }
    tokens--;
    return null;
  }
}
