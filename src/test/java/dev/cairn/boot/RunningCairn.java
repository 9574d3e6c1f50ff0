package dev.cairn.boot;

import dev.cairn.boot.postgres.DatabaseUrl;
import dev.cairn.boot.postgres.SharedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * What the main class does before Quarkus runs, for tests, which do not run it: a database, a data
 * folder, and the root credentials. One for the JVM: {@code @WithTestResource(RunningCairn.class)}.
 */
public final class RunningCairn implements QuarkusTestResourceLifecycleManager {

  public static final String ROOT_ACCESS_KEY_ID = "AKIDROOTOFTHETESTS00";
  public static final String ROOT_SECRET_ACCESS_KEY = "secret/of+the+root/account/in+tests00000";

  @Override
  public Map<String, String> start() {
    SharedPostgres postgres = SharedPostgres.get();
    DatabaseUrl url = postgres.url();
    return Map.of(
        "quarkus.datasource.jdbc.url", url.jdbc(),
        "quarkus.datasource.reactive.url", url.reactive(),
        "quarkus.datasource.username", url.user(),
        "quarkus.datasource.password", url.password(),
        "cairn.body.timeout", "5s",
        "cairn.data-dir", postgres.dataFolder().toString(),
        "cairn.root.access-key-id", ROOT_ACCESS_KEY_ID,
        "cairn.root.secret-access-key", ROOT_SECRET_ACCESS_KEY);
  }

  @Override
  public void stop() {
    // The database is the JVM's: other test profiles go on with it.
  }
}
