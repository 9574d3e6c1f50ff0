package dev.cairn.acceptance;

import dev.cairn.boot.postgres.DatabaseUrl;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The application in the JVM of the tests; the class itself is a {@code @QuarkusTest}. */
public interface InJvm extends UsesCairn {
  @Override
  default RunningCairn cairn() {
    Config config = ConfigProvider.getConfig();
    return new RunningCairn(
        config.getValue("quarkus.http.port", Integer.class),
        config.getValue("cairn.root.access-key-id", String.class),
        config.getValue("cairn.root.secret-access-key", String.class),
        Path.of(config.getValue("cairn.data-dir", String.class)),
        database(config));
  }

  private static DatabaseUrl database(Config config) {
    URI uri = URI.create(config.getValue("quarkus.datasource.reactive.url", String.class));
    return new DatabaseUrl(
        uri.getHost(),
        uri.getPort(),
        config.getValue("quarkus.datasource.username", String.class),
        config.getValue("quarkus.datasource.password", String.class),
        uri.getPath().substring(1),
        Map.of());
  }
}
