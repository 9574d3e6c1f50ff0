package dev.cairn.boot;

import dev.cairn.core.access.Credentials;
import dev.cairn.dialect.DialectSelector;
import java.time.InstantSource;
import java.util.Map;

/** The dialects as the service assembles them, with its defaults, for tests without a service. */
public final class SpokenDialects {
  private SpokenDialects() {}

  public static DialectSelector with(Credentials credentials) {
    return new DialectsAssembly()
        .dialects(
            credentials,
            InstantSource.system(),
            new DigestThreads(),
            SettingsReader.read(Map.of()));
  }
}
