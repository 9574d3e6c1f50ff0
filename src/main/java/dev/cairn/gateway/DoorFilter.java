package dev.cairn.gateway;

import dev.cairn.gateway.wire.Conversation;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Sends every request to the {@link DoorResource}, but those for the service's own pages below
 * {@code /-/} on hosts that are not a bucket's.
 */
public class DoorFilter {
  private static final String OWN_PAGES = "/-/";
  private static final URI DOOR = URI.create("/");

  private final Provider<Gateway> gateway;

  /** The framework makes filters while it is built, when there are no settings yet. */
  public DoorFilter(Provider<Gateway> gateway) {
    this.gateway = gateway;
  }

  /** The method is replaced too: JAX-RS knows seven, keys can be asked for with any. */
  @ServerRequestFilter(preMatching = true)
  public void route(ContainerRequestContext context, HttpServerRequest request) {
    boolean own = request.uri().startsWith(OWN_PAGES);
    if (own && gateway.get().isOnBucketHost(request)) {
      context.setRequestUri(DOOR); // of all other targets the door has made this already
      own = false;
    }
    if (own) {
      refuseWhatComesTooFast(request);
    } else {
      context.setMethod("POST");
    }
  }

  /** Of all other requests the gateway does so. */
  private static void refuseWhatComesTooFast(HttpServerRequest request) {
    Conversation.of(request)
        .refusal()
        .ifPresent(
            failure -> {
              throw failure.exception();
            });
  }
}
