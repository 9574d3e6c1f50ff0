package dev.cairn.gateway;

import dev.cairn.gateway.wire.DoorTransport;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Tells the transport which server is the data port; the management port is none of ours. */
@Singleton
public class DataPort implements HttpServerOptionsCustomizer {
  private final Vertx vertx;

  public DataPort(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    DoorTransport.install(vertx, options);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    DoorTransport.install(vertx, options);
  }
}
