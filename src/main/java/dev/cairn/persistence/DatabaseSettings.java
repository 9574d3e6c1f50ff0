package dev.cairn.persistence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code CAIRN_DATABASE_…}: what work on the database may take. */
@ConfigMapping(prefix = "cairn.database")
public interface DatabaseSettings {
  /** Connections that this process opens at most. */
  @WithDefault("20")
  int connections();

  /** How much work may wait for a connection; more is refused at once. */
  @WithDefault("1000")
  int waiting();

  /** How long work waits for a connection, the making of a new one included. */
  @WithDefault("5s")
  Duration acquireTimeout();

  /** How long one statement may take, its waiting for locks included. */
  @WithDefault("20s")
  Duration statementTimeout();
}
