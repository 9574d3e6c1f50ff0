package dev.cairn.gateway;

import dev.cairn.gateway.wire.ConnectionLimits;
import dev.cairn.gateway.wire.DoorTransport;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Tells the transport which server is the data port, and what its clients may take; the management
 * port is none of ours.
 */
@Singleton
public class DataPort implements HttpServerOptionsCustomizer {
  private final Vertx vertx;
  private final LimitSettings limits;

  public DataPort(Vertx vertx, LimitSettings limits) {
    this.vertx = vertx;
    this.limits = limits;
  }

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    install(options);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    install(options);
  }

  private void install(HttpServerOptions options) {
    options
        .setMaxHeaderSize(Math.toIntExact(limits.headers().asLongValue()))
        .setMaxInitialLineLength(Math.toIntExact(limits.requestLine().asLongValue()))
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setIdleTimeout(Math.toIntExact(limits.idle().toMillis()));
    DoorTransport.install(
        vertx,
        options,
        new ConnectionLimits(
            limits.connections(), limits.connectionsPerAddress(), limits.requestsPerSecond()));
  }
}
