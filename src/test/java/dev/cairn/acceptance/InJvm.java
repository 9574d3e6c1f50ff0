package dev.cairn.acceptance;

import dev.cairn.boot.postgres.SharedPostgres;
import org.eclipse.microprofile.config.ConfigProvider;

/** The application in the JVM of the tests; the class itself is a {@code @QuarkusTest}. */
public interface InJvm extends UsesCairn {
  @Override
  default RunningCairn cairn() {
    SharedPostgres postgres = SharedPostgres.get();
    return new RunningCairn(
        ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class),
        dev.cairn.boot.RunningCairn.ROOT_ACCESS_KEY_ID,
        dev.cairn.boot.RunningCairn.ROOT_SECRET_ACCESS_KEY,
        postgres.dataFolder(),
        postgres.url());
  }
}
