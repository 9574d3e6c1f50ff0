package dev.cairn.gateway;

import dev.cairn.core.Call;
import dev.cairn.core.Input;
import dev.cairn.core.Operations;
import dev.cairn.core.access.Gatekeeper;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.SlabPool;
import dev.cairn.core.object.GetObjectResult;
import dev.cairn.dialect.Address;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Decoded.Surplus;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.DialectSelector;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestForm;
import dev.cairn.dialect.RequestHead;
import dev.cairn.gateway.wire.AnswerWriter;
import dev.cairn.gateway.wire.Conversation;
import dev.cairn.gateway.wire.HttpBody;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.DocumentReader;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.form.Form;
import dev.cairn.protocol.form.FormReader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * The stages that every request goes through, in this order and no other: request id, dialect,
 * address, operation, decode the head, authenticate, authorise, read the body, execute, encode,
 * write, access log and metrics.
 */
public final class Gateway {
  private static final Logger LOG = Logger.getLogger(Gateway.class);

  private static final Duration RETRY_ELSEWHERE = Duration.ofSeconds(1);

  /**
   * What a request may take, whatever its dialect allows.
   *
   * @param bodyTimeout without a byte of a body that is waited for
   * @param documents in bytes, of a body that is a document
   * @param formFields in bytes, of a form before its file
   */
  public record Limits(Duration bodyTimeout, int documents, int formFields) {}

  private final DialectSelector dialects;
  private final Operations operations;
  private final Gatekeeper gatekeeper;
  private final SlabPool slabs;
  private final Limits limits;
  private final AccessLog accessLog;
  private final GatewayMetrics metrics;
  private volatile boolean accepting = true;

  public Gateway(
      DialectSelector dialects,
      Operations operations,
      Gatekeeper gatekeeper,
      SlabPool slabs,
      Limits limits,
      AccessLog accessLog,
      GatewayMetrics metrics) {
    this.dialects = dialects;
    this.operations = operations;
    this.gatekeeper = gatekeeper;
    this.slabs = slabs;
    this.limits = limits;
    this.accessLog = accessLog;
    this.metrics = metrics;
  }

  /**
   * Answers a request; to be called on its context, before its first byte is handled. Completes
   * when the answer is written or the client is gone, and never fails.
   */
  public Uni<Void> serve(HttpServerRequest wire) {
    RequestReader reader = RequestReader.read(wire);
    RawRequest raw = reader.request();
    Exchange exchange = new Exchange(wire, raw, dialects.select(raw));
    OptionalLong length =
        raw.chunked() ? OptionalLong.empty() : OptionalLong.of(raw.contentLength().orElse(0));
    HttpBody body = new HttpBody(wire, Conversation.of(wire), length, limits.bodyTimeout(), slabs);
    metrics.begin();
    return Uni.createFrom()
        .deferred(() -> answer(exchange, body, reader.refusal()))
        .onFailure()
        .recoverWithItem(cause -> refusal(exchange, cause))
        .emitOn(exchange.loop)
        .invoke(body::abandon)
        .chain(answer -> write(exchange, answer))
        .onItemOrFailure()
        .transform((written, cause) -> finish(exchange, cause));
  }

  /** From now on new requests are refused as worth a retry; those under way go on. */
  public void stopAccepting() {
    accepting = false;
  }

  /** Whether the request is addressed to a bucket by its host: then every path is a key. */
  public boolean isOnBucketHost(HttpServerRequest wire) {
    RawRequest raw = RequestReader.read(wire).request();
    try {
      return dialects.select(raw).addressing().locate(raw).hostStyle();
    } catch (FailureException e) {
      return false;
    }
  }

  private Uni<Answer> answer(Exchange exchange, HttpBody body, Optional<Failure> refusal) {
    refusal.ifPresent(
        failure -> {
          throw failure.exception();
        });
    if (!accepting) {
      throw new Failure.Unavailable("the service is being stopped", RETRY_ELSEWHERE).exception();
    }
    return exchange
        .dialect
        .form()
        .map(form -> readForm(exchange, form, body))
        .orElseGet(() -> answer(exchange, exchange.raw, body));
  }

  private Uni<Answer> readForm(Exchange exchange, RequestForm form, HttpBody body) {
    Failure tooLong = new Failure.DocumentTooLarge(form.limit());
    return DocumentReader.collect(body, form.limit(), tooLong)
        .emitOn(exchange.loop)
        .chain(bytes -> answer(exchange, form.read(exchange.raw, bytes), Body.EMPTY));
  }

  private Uni<Answer> answer(Exchange exchange, RawRequest raw, Body body) {
    var dialect = exchange.dialect;
    Headers headers = dialect.authenticator().effectiveHeaders(raw);
    var address = dialect.addressing().locate(raw);
    exchange.address = Optional.of(address);
    var operation = dialect.operations().match(raw.method(), address.scope(), raw.query(), headers);
    exchange.operation = Optional.of(operation);
    if (operation == Operation.PostObject) {
      return answerForm(exchange, body);
    }
    Answer fixed = dialect.fixed().get(operation);
    if (fixed != null) {
      return Uni.createFrom().item(fixed);
    }
    RequestHead head = new RequestHead(raw, address, operation, headers);
    return run(exchange, codec(dialect, operation), head, body, body);
  }

  /**
   * The head of a form ends where its file begins; only then it can be told whose the form is. What
   * was found out before was by the Host alone.
   */
  private Uni<Answer> answerForm(Exchange exchange, Body body) {
    return FormReader.read(body, exchange.raw.headers(), limits.formFields())
        .emitOn(exchange.loop)
        .chain(
            form ->
                Uni.createFrom()
                    .deferred(() -> answerForm(exchange, form, body))
                    .onItemOrFailure()
                    .invoke((answer, failure) -> form.abandon()));
  }

  private Uni<Answer> answerForm(Exchange exchange, Form form, Body body) {
    RawRequest raw = exchange.raw;
    Dialect dialect = dialects.select(raw, form.fields());
    exchange.dialect = dialect;
    Headers headers = dialect.authenticator().effectiveHeaders(raw);
    Address address = dialect.addressing().locate(raw);
    var operation = dialect.operations().match(raw.method(), address.scope(), raw.query(), headers);
    if (operation != Operation.PostObject) {
      throw new Failure.MethodNotAllowed(
              raw.method(), address.scope().name(), Collections.emptySortedSet())
          .exception();
    }
    RequestHead head = RequestHead.ofForm(raw, address, operation, form);
    exchange.address = Optional.of(head.address());
    Body file = form.file().<Body>map(posted -> posted).orElse(body);
    return run(exchange, codec(dialect, operation), head, body, file);
  }

  private static Codec<?, ?> codec(Dialect dialect, Operation operation) {
    Codec<?, ?> codec = dialect.codecs().get(operation);
    if (codec == null) {
      throw new Failure.NotImplemented(operation.name()).exception();
    }
    return codec;
  }

  /**
   * @param data what of the body the operation is about: all of it, but of a form the file
   */
  private <I extends Input<R>, R> Uni<Answer> run(
      Exchange exchange, Codec<I, R> codec, RequestHead head, Body body, Body data) {
    Decoded<I> decoded = codec.decode(head);
    if (decoded.rest() instanceof Decoded.Rest.Data<I> rest
        && rest.surplus() == Surplus.DROPPED
        && body instanceof HttpBody onTheWire) {
      onTheWire.dropSurplus();
    }
    return exchange
        .dialect
        .authenticator()
        .authenticate(head)
        .emitOn(exchange.loop)
        .invoke(authentication -> exchange.caller = Optional.of(authentication.caller()))
        .chain(
            authentication ->
                new AuthoriseStage(gatekeeper, exchange.dialect.vocabulary())
                    .admit(authentication.caller(), head, decoded)
                    .chain(
                        call ->
                            new BodyStage(
                                    head.raw(),
                                    data,
                                    authentication,
                                    limits.documents(),
                                    exchange.loop)
                                .read(decoded.rest())
                                .emitOn(exchange.loop)
                                .chain(input -> execute(exchange, codec, head, call, input))));
  }

  private <I extends Input<R>, R> Uni<Answer> execute(
      Exchange exchange, Codec<I, R> codec, RequestHead head, Call call, I input) {
    return operations
        .execute(call, input)
        .map(result -> encode(codec, result, new Codec.Exchange<>(head, call, input, exchange.id)));
  }

  private static <I extends Input<R>, R> Answer encode(
      Codec<I, R> codec, R result, Codec.Exchange<I> exchange) {
    try {
      return codec.encode(result, exchange);
    } catch (RuntimeException e) {
      if (result instanceof GetObjectResult read) {
        read.content().close();
      }
      throw e;
    }
  }

  private Answer refusal(Exchange exchange, Throwable cause) {
    Failure failure = new Failure.Internal();
    if (cause instanceof FailureException known) {
      failure = known.failure();
    }
    if (failure instanceof Failure.Internal) {
      LOG.errorf(cause, "Request %s (%s) failed", exchange.shownId(), exchange.operationName());
    }
    exchange.failureCode = Optional.of(exchange.dialect.failures().code(failure));
    return exchange.dialect.failures().render(failure, exchange.failureContext());
  }

  private Uni<Void> write(Exchange exchange, Answer answer) {
    return send(exchange, answer)
        .onFailure(
            cause -> !exchange.wire.response().headWritten() && !exchange.wire.response().closed())
        .recoverWithUni(cause -> send(exchange, refusal(exchange, cause)));
  }

  private Uni<Void> send(Exchange exchange, Answer answer) {
    if (!accepting) {
      Conversation.of(exchange.wire).endAfterAnswer();
    }
    exchange.status = answer.status();
    exchange.sent = exchange.raw.method().equals("HEAD") ? 0 : answer.payload().length();
    Headers headers =
        Headers.builder().addAll(exchange.commonHeaders()).addAll(answer.headers()).build();
    Answer whole = new Answer(answer.status(), headers, answer.payload());
    return Uni.createFrom()
        .completionStage(() -> AnswerWriter.write(exchange.wire, whole).toCompletionStage());
  }

  private Void finish(Exchange exchange, Throwable cause) {
    long in = Conversation.of(exchange.wire).bodyBytes();
    accessLog.write(exchange, in, cause == null);
    metrics.end(exchange, in);
    return null;
  }
}
