package dev.cairn.dialect.oss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.core.Call;
import dev.cairn.core.Input;
import dev.cairn.core.body.Body;
import dev.cairn.dialect.Address;
import dev.cairn.dialect.Addressing;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.RequestId;
import dev.cairn.dialect.family.DomainAddressing;
import dev.cairn.dialect.family.Domains;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.Target;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** Requests as they come over the wire, for tests: from a request line and headers to an input. */
final class OssWire {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
  static final Account ALICE = new Account(new AccountId("alice-id"), "Alice", "");
  static final Bucket BUCKET = new Bucket(1, new BucketName("bucket"), ALICE, "", NOON);
  static final RequestId ID = RequestId.at(Instant.ofEpochSecond(0x5C06A3B6L), 1, 2);

  private static final Call CALL =
      new Call(new Caller.Authenticated(ALICE, "ak"), Optional.of(BUCKET), Optional.of(BUCKET));
  private static final Addressing ADDRESSING =
      new DomainAddressing(new Domains(OssDomains.DEFAULTS));

  private final Dialect dialect =
      OssDialect.create(null, ADDRESSING, null, Optional.empty(), InstantSource.fixed(NOON));

  /** A head: {@code PUT /bucket/key?query} and {@code Name: value} lines; path style by itself. */
  static RawRequest raw(String requestLine, String... fields) {
    int blank = requestLine.indexOf(' ');
    Target target = Target.parse(requestLine.substring(blank + 1));
    Headers.Builder builder = Headers.builder();
    for (String field : fields) {
      int colon = field.indexOf(':');
      builder.add(field.substring(0, colon), field.substring(colon + 1).strip());
    }
    Headers headers = builder.build();
    return new RawRequest(
        requestLine.substring(0, blank),
        target,
        Query.parse(target.rawQuery()),
        headers.first("Host").orElse("localhost:9000"),
        headers,
        false,
        headers
            .first("Content-Length")
            .map(Long::parseLong)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()),
        headers.has("Transfer-Encoding"));
  }

  RequestHead head(String requestLine, String... fields) {
    RawRequest raw = raw(requestLine, fields);
    Address address = ADDRESSING.locate(raw);
    Operation operation =
        dialect.operations().match(raw.method(), address.scope(), raw.query(), raw.headers());
    return new RequestHead(raw, address, operation, raw.headers());
  }

  Object input(String requestLine, String... fields) {
    return inputOf("", requestLine, fields);
  }

  Object inputOf(String document, String requestLine, String... fields) {
    RequestHead head = head(requestLine, fields);
    return input(codec(head).decode(head), document);
  }

  private static Object input(Decoded<?> decoded, String document) {
    return switch (decoded.rest()) {
      case Decoded.Rest.Nothing<?> nothing -> nothing.input();
      case Decoded.Rest.Document<?> awaited ->
          awaited.toInput().apply(document.getBytes(StandardCharsets.UTF_8));
      case Decoded.Rest.Data<?> data -> data.toInput().apply(Body.EMPTY);
    };
  }

  Failure failure(String requestLine, String... fields) {
    return failureOf("", requestLine, fields);
  }

  Failure failureOf(String document, String requestLine, String... fields) {
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> inputOf(document, requestLine, fields));
    assertThat(thrown).as("a failure").isNotNull();
    return thrown.failure();
  }

  /** The answer to a request that had this result. */
  Answer answer(Object result, String requestLine, String... fields) {
    return answerTo("", result, requestLine, fields);
  }

  Answer answerTo(String document, Object result, String requestLine, String... fields) {
    RequestHead head = head(requestLine, fields);
    Object input = input(codec(head).decode(head), document);
    return encode(codec(head), result, head, input);
  }

  /** The answer to a request that failed so. */
  Answer refusal(Failure failure, String requestLine, String... fields) {
    RawRequest raw = raw(requestLine, fields);
    return dialect
        .failures()
        .render(
            failure,
            new FailureRenderer.Context(ID, Optional.of(raw), Optional.of(ADDRESSING.locate(raw))));
  }

  // Which codec takes which result is known to the table alone.
  @SuppressWarnings("unchecked")
  private static <I extends Input<R>, R> Answer encode(
      Codec<?, ?> codec, Object result, RequestHead head, Object input) {
    return ((Codec<I, R>) codec)
        .encode((R) result, new Codec.Exchange<>(head, CALL, (I) input, ID));
  }

  private Codec<?, ?> codec(RequestHead head) {
    return Optional.ofNullable(dialect.codecs().get(head.operation()))
        .orElseThrow(() -> new Failure.NotImplemented(head.operation().name()).exception());
  }

  static String document(Answer answer) {
    return new String(((Answer.Payload.Document) answer.payload()).bytes(), StandardCharsets.UTF_8);
  }
}
