package dev.cairn.persistence;

import java.time.Duration;

/** Limits for tests. */
record TestSettings(
    int connections, int waiting, Duration acquireTimeout, Duration statementTimeout)
    implements DatabaseSettings {
  /** As the service has them, on fewer connections. */
  TestSettings() {
    this(8, 1000, Duration.ofSeconds(5), Duration.ofSeconds(20));
  }
}
