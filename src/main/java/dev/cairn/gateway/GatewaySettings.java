package dev.cairn.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** {@code CAIRN_BODY_…}: what bodies in transit may take of time and memory. */
@ConfigMapping(prefix = "cairn.body")
public interface GatewaySettings {
  /** How long a request may go without a byte of its body while one is waited for. */
  @WithDefault("30s")
  Duration timeout();

  /** The one budget for all bodies in transit; a quarter of direct memory where it is not set. */
  Optional<MemorySize> memory();
}
