package dev.cairn.gateway;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/**
 * Takes every request of the data plane, whatever its method and target: {@link DoorFilter} sends
 * them here. The answer is written in full before the result completes, so that there is nothing
 * left for JAX-RS to add to it.
 */
@Path("/")
public class DoorResource {
  private final Gateway gateway;

  public DoorResource(Gateway gateway) {
    this.gateway = gateway;
  }

  /**
   * A client that leaves cancels what waits for the answer, never the work: that ends by itself.
   */
  @POST
  public Uni<Void> serve(@Context HttpServerRequest request) {
    return Uni.createFrom()
        .emitter(done -> gateway.serve(request).subscribe().with(done::complete, done::fail));
  }
}
