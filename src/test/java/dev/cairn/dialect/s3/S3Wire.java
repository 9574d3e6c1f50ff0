package dev.cairn.dialect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.core.Call;
import dev.cairn.core.Input;
import dev.cairn.core.body.Body;
import dev.cairn.dialect.Address;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.RequestId;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.PercentCoding;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** Requests as they come over the wire, for tests: from a request line and headers to an input. */
final class S3Wire {
  private static final RequestId ID = RequestId.at(Instant.EPOCH, 1, 2);

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
  static final Account ALICE = new Account(new AccountId("alice-id"), "Alice", "");
  static final Bucket BUCKET = new Bucket(1, new BucketName("bucket"), ALICE, "", NOON);
  static final Call CALL =
      new Call(new Caller.Authenticated(ALICE, "AKID"), Optional.of(BUCKET), Optional.of(BUCKET));

  private final Dialect dialect;

  S3Wire() {
    this(Optional.empty());
  }

  S3Wire(Optional<String> region) {
    dialect = S3Dialect.create(null, null, null, region, InstantSource.fixed(NOON));
  }

  Dialect dialect() {
    return dialect;
  }

  /** A head: {@code PUT /bucket/key?query} and {@code Name: value} lines. */
  RequestHead head(String requestLine, String... fields) {
    int blank = requestLine.indexOf(' ');
    String method = requestLine.substring(0, blank);
    Target target = Target.parse(requestLine.substring(blank + 1));
    Headers.Builder builder = Headers.builder();
    for (String field : fields) {
      int colon = field.indexOf(':');
      builder.add(field.substring(0, colon), field.substring(colon + 1).strip());
    }
    Headers headers = builder.build();
    Query query = Query.parse(target.rawQuery());
    Address address = address(target.rawPath());
    Operation operation = dialect.operations().match(method, address.scope(), query, headers);
    RawRequest raw =
        new RawRequest(
            method,
            target,
            query,
            "localhost:9000",
            headers,
            false,
            headers
                .first("Content-Length")
                .map(Long::parseLong)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()),
            headers.first("Transfer-Encoding").isPresent());
    return new RequestHead(raw, address, operation, headers);
  }

  private static Address address(String rawPath) {
    String path = PercentCoding.decodePath(rawPath).substring(1);
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    String key = slash < 0 ? "" : path.substring(slash + 1);
    return new Address(
        Optional.of(bucket).filter(b -> !b.isEmpty()).map(BucketName::new),
        Optional.of(key).filter(k -> !k.isEmpty()).map(ObjectKey::new),
        false,
        Optional.empty(),
        Optional.empty());
  }

  Decoded<?> decode(String requestLine, String... fields) {
    RequestHead head = head(requestLine, fields);
    return codec(head).decode(head);
  }

  /** The input of a request without a body, or with object data. */
  Object input(String requestLine, String... fields) {
    return input(decode(requestLine, fields), "");
  }

  /** The input of a request with a document. */
  Object inputOf(String document, String requestLine, String... fields) {
    return input(decode(requestLine, fields), document);
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

  // Which codec takes which result is known to the table alone.
  @SuppressWarnings("unchecked")
  private static <I extends Input<R>, R> Answer encode(
      Codec<?, ?> codec, Object result, RequestHead head, Object input) {
    return ((Codec<I, R>) codec)
        .encode((R) result, new Codec.Exchange<>(head, CALL, (I) input, ID));
  }

  private Codec<?, ?> codec(RequestHead head) {
    return dialect.codecs().get(head.operation());
  }

  /** The document of an answer. */
  static String document(Answer answer) {
    return new String(((Answer.Payload.Document) answer.payload()).bytes(), StandardCharsets.UTF_8);
  }

  /** A golden document, written on several lines for its readers. */
  static String golden(String name) {
    try (InputStream in = S3Wire.class.getResourceAsStream(name + ".xml")) {
      assertThat(in).as(name + ".xml").isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceAll(">\\s+<", "><").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void assertGolden(Answer answer, String name) {
    assertThat(document(answer).replaceAll(">\\s+<", "><")).isEqualTo(golden(name));
    assertThat(answer.headers().first("Content-Type")).contains("application/xml");
  }
}
