package dev.cairn.gateway;

import dev.cairn.core.Input;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Decoded.Rest;
import dev.cairn.model.Failure;
import dev.cairn.protocol.ClaimingBody;
import dev.cairn.protocol.DocumentReader;
import dev.cairn.protocol.LimitedBody;
import dev.cairn.protocol.RawRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * The body of a request, as its operation takes it: streamed data goes on to the handler, limited
 * and claimed; documents are read whole here, and what is claimed of them is verified.
 */
final class BodyStage {
  /** Larger documents are digested and read on a worker thread. */
  private static final int LARGE = 32 * 1024;

  private BodyStage() {}

  static <I extends Input<?>> Uni<I> read(
      Rest<I> rest, RawRequest head, Body network, Authentication authentication) {
    return switch (rest) {
      case Rest.Nothing<I> nothing ->
          nothingOf(authentication.framing().apply(network)).map(none -> nothing.input());
      case Rest.Document<I> document -> {
        Body body = new ClaimingBody(authentication.framing().apply(network), document.claims());
        yield DocumentReader.collect(
                body, document.limit(), new Failure.DocumentTooLarge(document.limit()))
            .chain(bytes -> interpret(bytes, body.claims(), document));
      }
      case Rest.Data<I> data ->
          Uni.createFrom().item(() -> dataOf(data, head, network, authentication));
    };
  }

  private static <I extends Input<?>> I dataOf(
      Rest.Data<I> data, RawRequest head, Body network, Authentication authentication) {
    if (head.contentLength().isEmpty() && !head.chunked()) {
      throw new Failure.MissingContentLength().exception();
    }
    Body payload = authentication.framing().apply(network);
    Body limited = new LimitedBody(payload, data.limit());
    return data.toInput().apply(new ClaimingBody(limited, data.claims()));
  }

  /** What is not asked for may still be claimed: a signed payload hash must be that of nothing. */
  private static Uni<Void> nothingOf(Body body) {
    Failure surplus = new Failure.InvalidRequest("This operation takes no body.");
    return DocumentReader.collect(body, 0, surplus)
        .invoke(none -> DocumentReader.verify(none, body.claims()))
        .replaceWithVoid();
  }

  private static <I extends Input<?>> Uni<I> interpret(
      byte[] bytes, Claims claims, Rest.Document<I> document) {
    if (bytes.length <= LARGE) {
      return Uni.createFrom().item(() -> verified(bytes, claims, document));
    }
    return Uni.createFrom()
        .completionStage(
            () ->
                Vertx.currentContext()
                    .executeBlocking(() -> verified(bytes, claims, document), false)
                    .toCompletionStage());
  }

  private static <I extends Input<?>> I verified(
      byte[] bytes, Claims claims, Rest.Document<I> document) {
    DocumentReader.verify(bytes, claims);
    return document.toInput().apply(bytes);
  }
}
