package dev.cairn.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** {@code CAIRN_LIMITS_…}: what one client may take of the data port. */
@ConfigMapping(prefix = "cairn.limits")
public interface LimitSettings {
  /** All headers of a request, names and values. */
  @WithDefault("80K")
  MemorySize headers();

  /** Method, target and version. */
  @WithDefault("16K")
  MemorySize requestLine();

  /** A body that is a document, where its operation allows a longer one. */
  @WithDefault("8M")
  MemorySize documents();

  /** A form, up to the content of its file. */
  @WithDefault("20K")
  MemorySize formFields();

  /** How long nothing may move on a connection. */
  @WithDefault("60s")
  Duration idle();

  /** Connections that are open at a time; further ones are closed at once. */
  @WithDefault("10000")
  int connections();

  /** Those from one address; empty: as many as there may be. */
  OptionalInt connectionsPerAddress();

  /** Requests of one connection; empty: as many as it brings. */
  OptionalInt requestsPerSecond();
}
