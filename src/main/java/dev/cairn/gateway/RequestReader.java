package dev.cairn.gateway;

import dev.cairn.gateway.wire.Conversation;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.Target;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a request's head off the connection, whatever is wrong with it. */
record RequestReader(RawRequest request, Optional<Failure> refusal) {

  /** What can be read, and what is to be answered where that is not all. */
  static RequestReader read(HttpServerRequest request) {
    Conversation conversation = Conversation.of(request);
    Target target = Target.parse(conversation.target());
    Optional<Failure> refusal = conversation.refusal();
    if (!target.rawPath().startsWith("/")) {
      refusal = refusal.or(() -> Optional.of(new Failure.InvalidUri(conversation.target())));
      target = new Target("/", null);
    }
    try {
      return new RequestReader(raw(request, target, Query.parse(target.rawQuery())), refusal);
    } catch (FailureException e) {
      Target readable = new Target(target.rawPath(), null);
      return new RequestReader(
          raw(request, readable, Query.parse(null)), refusal.or(() -> Optional.of(e.failure())));
    }
  }

  private static RawRequest raw(HttpServerRequest request, Target target, Query query) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return new RawRequest(
        request.method().name(),
        target,
        query,
        request.getHeader(HttpHeaders.HOST),
        headers(request),
        request.isSSL(),
        length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length.strip())),
        request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
  }

  private static Headers headers(HttpServerRequest request) {
    Headers.Builder headers = Headers.builder();
    for (Map.Entry<String, String> field : request.headers()) {
      headers.add(field.getKey(), field.getValue());
    }
    return headers.build();
  }
}
