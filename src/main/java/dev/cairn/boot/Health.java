package dev.cairn.boot;

import io.quarkus.arc.Unremovable;
import io.smallrye.health.api.AsyncHealthCheck;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * What the health endpoints ask. Ready is who can serve a request: the database answers and the
 * data folder can be written. That the process answers at all is what alive means.
 */
@Unremovable
final class Health {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Produces
  @Singleton
  @Readiness
  AsyncHealthCheck database(Pool pool) {
    return () ->
        pool.withConnection(connection -> connection.query("SELECT 1").execute())
            .replaceWith(HealthCheckResponse.up("database"))
            .ifNoItem()
            .after(PATIENCE)
            .fail()
            .onFailure()
            .recoverWithItem(HealthCheckResponse.down("database"));
  }

  @Produces
  @Singleton
  @Readiness
  HealthCheck dataFolder(DataFolder folder) {
    return () -> {
      try {
        folder.probe();
        return HealthCheckResponse.up("data folder");
      } catch (IOException e) {
        return HealthCheckResponse.down("data folder");
      }
    };
  }

  @Produces
  @Singleton
  @Startup
  HealthCheck started(Start start) {
    return () -> HealthCheckResponse.builder().name("started").status(start.done()).build();
  }
}
