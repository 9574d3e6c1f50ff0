package dev.cairn.acceptance.faults;

import dev.cairn.boot.RunningCairn;
import dev.cairn.boot.postgres.FaultyPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A database of the test's own, behind a proxy, and a service with little patience. */
public final class FaultyDatabase implements QuarkusTestResourceLifecycleManager {
  private FaultyPostgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      postgres = new FaultyPostgres();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.datasource.jdbc.url", postgres.direct().jdbc());
    settings.put("quarkus.datasource.reactive.url", postgres.proxied().reactive());
    settings.put("quarkus.datasource.username", postgres.direct().user());
    settings.put("quarkus.datasource.password", postgres.direct().password());
    settings.put("cairn.data-dir", postgres.dataFolder().toString());
    settings.put("cairn.root.access-key-id", RunningCairn.ROOT_ACCESS_KEY_ID);
    settings.put("cairn.root.secret-access-key", RunningCairn.ROOT_SECRET_ACCESS_KEY);
    settings.put("cairn.database.acquire-timeout", "3s");
    settings.put("cairn.database.statement-timeout", "1s");
    settings.put("cairn.write-lease", "1s");
    settings.put("cairn.garbage-delay", "1s");
    settings.put("cairn.scrub-interval", "1s");
    settings.put("cairn.scrub-rate", "1G");
    return settings;
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(postgres, new TestInjector.MatchesType(FaultyPostgres.class));
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
