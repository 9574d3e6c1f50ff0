package dev.cairn.dialect.s2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.core.Call;
import dev.cairn.core.Input;
import dev.cairn.core.access.AccountCatalog;
import dev.cairn.core.access.Credentials;
import dev.cairn.dialect.Address;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.RequestId;
import dev.cairn.dialect.family.DomainAddressing;
import dev.cairn.dialect.family.Domains;
import dev.cairn.dialect.family.signature.TemporaryKeys;
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
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A request as it would come over the wire, and what the S2 dialect makes of it. */
record S2Wire(String method, String host, String target, List<Headers.Field> fields) {
  private static final RequestId ID = RequestId.at(Instant.EPOCH, 1, 2);

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
  static final Account ALICE = new Account(new AccountId("alice-id"), "Alice", "");
  static final Bucket BUCKET = new Bucket(1, new BucketName("bucket"), ALICE, "", NOON);
  static final String HOST = "your-bucket.ss.bscstorage.com";

  static final Dialect DIALECT = dialect(false);

  private static final DomainAddressing ADDRESSING =
      new DomainAddressing(new Domains(S2Domains.DEFAULTS));

  static Dialect dialect(boolean strictPages) {
    return S2Dialect.create(
        new S2Recogniser(new Domains(S2Domains.DEFAULTS)),
        ADDRESSING,
        null,
        Optional.empty(),
        strictPages,
        InstantSource.fixed(NOON));
  }

  static S2Wire request(String method, String target) {
    return new S2Wire(method, HOST, target, List.of());
  }

  S2Wire at(String otherHost) {
    return new S2Wire(method, otherHost, target, fields);
  }

  S2Wire with(String name, String value) {
    List<Headers.Field> more = new ArrayList<>(fields);
    more.add(new Headers.Field(name, value));
    return new S2Wire(method, host, target, List.copyOf(more));
  }

  RawRequest raw() {
    Target parsed = Target.parse(target);
    Headers headers = Headers.of(fields);
    return new RawRequest(
        method,
        parsed,
        Query.parse(parsed.rawQuery()),
        host,
        headers,
        false,
        headers
            .first("Content-Length")
            .map(Long::parseLong)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()),
        headers.has("Transfer-Encoding"));
  }

  Address address() {
    return ADDRESSING.locate(raw());
  }

  RequestHead head() {
    return head(raw().headers());
  }

  private RequestHead head(Headers effective) {
    RawRequest raw = raw();
    Address address = ADDRESSING.locate(raw);
    return new RequestHead(
        raw,
        address,
        DIALECT.operations().match(method, address.scope(), raw.query(), effective),
        effective);
  }

  Authentication authenticate(String instant, AccountCatalog accounts) {
    Authenticator authenticator =
        S2Authenticator.create(
            true,
            new Credentials(accounts, TemporaryKeys.NONE, InstantSource.system()),
            InstantSource.fixed(Instant.parse(instant)),
            Runnable::run);
    return authenticator
        .authenticate(head(authenticator.effectiveHeaders(raw())))
        .await()
        .indefinitely();
  }

  Failure refusal(String instant, AccountCatalog accounts) {
    return failure(() -> authenticate(instant, accounts));
  }

  Decoded<?> decode() {
    RequestHead head = head();
    return DIALECT.codecs().get(head.operation()).decode(head);
  }

  Failure failure() {
    return failure(() -> input(""));
  }

  private static Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    FailureException thrown = catchThrowableOfType(FailureException.class, call);
    assertThat(thrown).as("a failure").isNotNull();
    return thrown.failure();
  }

  Object input() {
    return input("");
  }

  private Object input(String document) {
    return switch (decode().rest()) {
      case Decoded.Rest.Nothing<?> nothing -> nothing.input();
      case Decoded.Rest.Document<?> awaited ->
          awaited.toInput().apply(document.getBytes(StandardCharsets.UTF_8));
      case Decoded.Rest.Data<?> data -> data.toInput().apply(noBody());
    };
  }

  private static dev.cairn.core.body.Body noBody() {
    return (dev.cairn.core.body.Body)
        Proxy.newProxyInstance(
            S2Wire.class.getClassLoader(),
            new Class<?>[] {dev.cairn.core.body.Body.class},
            (proxy, asked, arguments) -> {
              throw new UnsupportedOperationException(asked.getName());
            });
  }

  /** The answer to this request when it had this result. */
  Answer answer(Object result) {
    return answer(DIALECT, result);
  }

  Answer answer(Dialect dialect, Object result) {
    RequestHead head = head();
    return encode(dialect.codecs().get(head.operation()), result, head, input());
  }

  // Which codec takes which result is known to the table alone.
  @SuppressWarnings("unchecked")
  private static <I extends Input<R>, R> Answer encode(
      Codec<?, ?> codec, Object result, RequestHead head, Object input) {
    Call call =
        new Call(new Caller.Authenticated(ALICE, "AKID"), Optional.of(BUCKET), Optional.of(BUCKET));
    return ((Codec<I, R>) codec)
        .encode((R) result, new Codec.Exchange<>(head, call, (I) input, ID));
  }

  /** The document of an answer, blanks between elements taken out. */
  static String document(Answer answer) {
    return new String(((Answer.Payload.Document) answer.payload()).bytes(), StandardCharsets.UTF_8)
        .replaceAll(">\\s+<", "><");
  }
}
