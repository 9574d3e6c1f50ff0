package dev.cairn.gateway.wire;

import java.util.OptionalInt;

/**
 * What connections of the data port may take.
 *
 * @param connections open at a time
 * @param ofOneAddress open at a time from one address; empty: as many as there may be
 * @param requestsPerSecond over one connection, and as many at once after a silence; empty: any
 */
public record ConnectionLimits(
    int connections, OptionalInt ofOneAddress, OptionalInt requestsPerSecond) {
  public static final ConnectionLimits NONE =
      new ConnectionLimits(Integer.MAX_VALUE, OptionalInt.empty(), OptionalInt.empty());
}
