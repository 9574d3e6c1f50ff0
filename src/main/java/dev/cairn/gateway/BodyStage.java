package dev.cairn.gateway;

import dev.cairn.core.Input;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Decoded.Rest;
import dev.cairn.gateway.wire.EventLoop;
import dev.cairn.model.Failure;
import dev.cairn.protocol.ClaimingBody;
import dev.cairn.protocol.DocumentReader;
import dev.cairn.protocol.LimitedBody;
import dev.cairn.protocol.RawRequest;
import io.smallrye.mutiny.Uni;

/**
 * The body of a request, as its operation takes it: streamed data goes on to the handler, limited
 * and claimed; documents are read whole here, and what is claimed of them is verified.
 *
 * @param network the bytes as they come; framing is still on them
 * @param longest document that is read, in bytes, where its operation allows a longer one
 */
record BodyStage(
    RawRequest head, Body network, Authentication authentication, int longest, EventLoop loop) {
  /** Larger documents are digested and read on a worker thread. */
  private static final int LARGE = 32 * 1024;

  <I extends Input<?>> Uni<I> read(Rest<I> rest) {
    return switch (rest) {
      case Rest.Nothing<I> nothing -> readNothing().map(none -> nothing.input());
      case Rest.Document<I> document -> readDocument(document);
      case Rest.Data<I> data -> Uni.createFrom().item(() -> dataOf(data));
    };
  }

  private <I extends Input<?>> I dataOf(Rest.Data<I> data) {
    if (head.contentLength().isEmpty() && !head.chunked()) {
      throw new Failure.MissingContentLength().exception();
    }
    Body limited = new LimitedBody(payload(), data.limit());
    return data.toInput().apply(new ClaimingBody(limited, data.claims()));
  }

  /** What is not asked for may still be claimed: a signed payload hash must be that of nothing. */
  private Uni<Void> readNothing() {
    Body body = payload();
    Failure unwanted = new Failure.InvalidRequest("This operation takes no body.");
    return DocumentReader.collect(body, 0, unwanted)
        .invoke(none -> DocumentReader.verify(none, body.claims()))
        .replaceWithVoid();
  }

  private <I extends Input<?>> Uni<I> readDocument(Rest.Document<I> document) {
    Body body = new ClaimingBody(payload(), document.claims());
    int limit = Math.min(document.limit(), longest);
    return DocumentReader.collect(body, limit, new Failure.DocumentTooLarge(limit))
        .emitOn(loop)
        .chain(
            bytes ->
                bytes.length > LARGE
                    ? loop.onWorker(() -> interpret(bytes, body.claims(), document))
                    : Uni.createFrom().item(interpret(bytes, body.claims(), document)));
  }

  private static <I extends Input<?>> I interpret(
      byte[] bytes, Claims claims, Rest.Document<I> document) {
    DocumentReader.verify(bytes, claims);
    return document.toInput().apply(bytes);
  }

  private Body payload() {
    return authentication.framing().apply(network);
  }
}
