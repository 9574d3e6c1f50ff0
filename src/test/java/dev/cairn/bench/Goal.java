package dev.cairn.bench;

import java.util.OptionalDouble;

/**
 * What a case must reach.
 *
 * @param limit what Cairn is held against, in words
 * @param ratio the least share of the limit; absent where there is no limit
 * @param rate the least rate as such
 * @param cpuSeconds the most CPU seconds of the service for each costed amount
 */
record Goal(String limit, OptionalDouble ratio, OptionalDouble rate, OptionalDouble cpuSeconds) {
  static Goal ratio(double ratio, String limit) {
    return new Goal(
        limit, OptionalDouble.of(ratio), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** The ratio is printed, and nothing is demanded of it. */
  static Goal none(String limit) {
    return new Goal(limit, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  Goal andRate(double least) {
    return new Goal(limit, ratio, OptionalDouble.of(least), cpuSeconds);
  }

  Goal andCpuSeconds(double most) {
    return new Goal(limit, ratio, rate, OptionalDouble.of(most));
  }
}
