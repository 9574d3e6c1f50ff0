package dev.cairn.gateway;

import dev.cairn.dialect.Address;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestId;
import dev.cairn.gateway.wire.EventLoop;
import dev.cairn.model.Caller;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** One request on its way through the stages: what is known of it so far. */
final class Exchange {
  final RequestId id;
  final HttpServerRequest wire;
  final RawRequest raw;
  final EventLoop loop = EventLoop.current();
  final long begun = System.nanoTime();

  /** By head and Host; of a form, by its fields once they are read. */
  Dialect dialect;

  // Each is set by the stage that finds it out.
  Optional<Address> address = Optional.empty();
  Optional<Operation> operation = Optional.empty();
  Optional<Caller> caller = Optional.empty();
  Optional<String> failureCode = Optional.empty();
  int status;
  long sent;
  private String shownId;

  Exchange(HttpServerRequest wire, RawRequest raw, Dialect dialect) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    this.id = RequestId.at(Instant.now(), random.nextLong(), random.nextLong());
    this.wire = wire;
    this.raw = raw;
    this.dialect = dialect;
  }

  /** The headers that every answer of the dialect has. */
  Headers commonHeaders() {
    Headers headers = dialect.commonHeaders().of(id, caller);
    shownId = headers.first(dialect.vocabulary().header("request-id")).orElseGet(id::toString);
    return headers;
  }

  /** The id as the answer shows it: what a client quotes is found in the logs. */
  String shownId() {
    if (shownId == null) {
      commonHeaders();
    }
    return shownId;
  }

  FailureRenderer.Context failureContext() {
    return new FailureRenderer.Context(id, Optional.of(raw), address);
  }

  String operationName() {
    return operation.map(Operation::name).orElse("none");
  }

  long nanos() {
    return System.nanoTime() - begun;
  }
}
