package dev.cairn.gateway;

import dev.cairn.core.Operations;
import dev.cairn.core.access.Gatekeeper;
import dev.cairn.core.access.Grantees;
import dev.cairn.core.body.DirectSlabPool;
import dev.cairn.dialect.DialectSelector;
import dev.cairn.dialect.family.signature.OneAccount;
import dev.cairn.gateway.wire.ConnectionLimits;
import dev.cairn.gateway.wire.DoorTransport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The gateway on a port, with the toy dialect and the toy store; no Quarkus, no database. */
final class ToyService implements AutoCloseable {
  static final Duration BODY_TIMEOUT = Duration.ofMillis(700);
  private static final long BUDGET = 16L << 20;

  final ToyStore store = new ToyStore();
  final DirectSlabPool slabs = new DirectSlabPool(BUDGET);
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Vertx vertx;
  private final HttpServer server;

  ToyService() {
    this(Duration.ofSeconds(60));
  }

  ToyService(Duration idle) {
    this(
        options ->
            options
                .setIdleTimeout((int) idle.toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
  }

  ToyService(ConnectionLimits limits) {
    this(options -> options, limits);
  }

  ToyService(UnaryOperator<HttpServerOptions> special) {
    this(special, ConnectionLimits.NONE);
  }

  private ToyService(UnaryOperator<HttpServerOptions> special, ConnectionLimits limits) {
    vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    Gateway gateway =
        new Gateway(
            new DialectSelector(List.of(ToyDialect.create())),
            new Operations(store.handlers(), new Grantees(new OneAccount())),
            new Gatekeeper(store::find),
            slabs,
            new Gateway.Limits(BODY_TIMEOUT, 8 << 20, 20 << 10),
            new AccessLog(),
            new GatewayMetrics(metrics));
    HttpServerOptions options =
        special.apply(
            new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(16384)
                .setMaxHeaderSize(80 * 1024));
    DoorTransport.install(vertx, options, limits);
    server =
        await(
            vertx
                .createHttpServer(options)
                .requestHandler(request -> gateway.serve(request).subscribe().with(done -> {}))
                .listen(0, "127.0.0.1"));
  }

  RawClient connect() {
    return new RawClient(server.actualPort());
  }

  RawClient connectWithTls() {
    return RawClient.overTls(server.actualPort());
  }

  private static <T> T await(io.vertx.core.Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
