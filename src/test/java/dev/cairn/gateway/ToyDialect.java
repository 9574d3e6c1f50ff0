package dev.cairn.gateway;

import dev.cairn.core.Input;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.core.body.Content;
import dev.cairn.dialect.Address;
import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Decoded.Rest;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.s3.S3Vocabulary;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.BucketName;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.CompiledOperationTable;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.OperationTable.Row;
import dev.cairn.protocol.PercentCoding;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.Scope;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A dialect that is small enough to see the gateway alone: failures are their class names. */
final class ToyDialect {
  static final Account OWNER = new Account(new AccountId("owner"), "", "");
  private static final String SUFFIX = ".toy.localhost";

  record Store(ObjectKey key, Body body) implements Input<Long> {}

  record Load(ObjectKey key) implements Input<Content> {}

  record Note(String text) implements Input<String> {}

  record Names() implements Input<String> {}

  private ToyDialect() {}

  static Dialect create() {
    return new Dialect(
        S3Vocabulary.create(),
        request -> Recogniser.Evidence.NONE,
        ToyDialect::locate,
        new CompiledOperationTable<>(
            List.of(
                row("PUT", Scope.OBJECT, Operation.PutObject),
                row("GET", Scope.OBJECT, Operation.GetObject),
                row("HEAD", Scope.OBJECT, Operation.HeadObject),
                row("PUT", Scope.BUCKET, Operation.CreateBucket),
                row("GET", Scope.SERVICE, Operation.ListBuckets),
                row("DELETE", Scope.OBJECT, Operation.DeleteObject)),
            Set.of(),
            Set.of()),
        new ToyAuthenticator(),
        Map.of(
            Operation.PutObject, new StoreCodec(),
            Operation.GetObject, new LoadCodec(),
            Operation.HeadObject, new LoadCodec(),
            Operation.CreateBucket, new NoteCodec(),
            Operation.ListBuckets, new NamesCodec()),
        new ToyFailures(),
        (id, caller) ->
            Headers.builder()
                .add("x-amz-request-id", id.toString())
                .add("X-Amz-Caller", caller.map(c -> c.getClass().getSimpleName()).orElse("?"))
                .build());
  }

  private static Row<Operation> row(String method, Scope scope, Operation operation) {
    return new Row<>(method, scope, Set.of(), Set.of(), operation);
  }

  private static Address locate(RawRequest request) {
    String host = request.host().replaceAll(":\\d+$", "");
    String path = request.target().rawPath().substring(1);
    boolean hostStyle = host.endsWith(SUFFIX);
    String bucket = hostStyle ? host.substring(0, host.length() - SUFFIX.length()) : null;
    String key = path;
    if (!hostStyle && !path.isEmpty()) {
      int slash = path.indexOf('/');
      bucket = slash < 0 ? path : path.substring(0, slash);
      key = slash < 0 ? "" : path.substring(slash + 1);
    }
    return new Address(
        Optional.ofNullable(bucket).map(BucketName::new),
        Optional.of(key)
            .filter(k -> !k.isEmpty())
            .map(PercentCoding::decodePath)
            .map(ObjectKey::new),
        hostStyle,
        Optional.empty(),
        Optional.empty());
  }

  private static final class ToyAuthenticator implements Authenticator {
    @Override
    public Uni<Authentication> authenticate(RequestHead head) {
      String key = head.headers().first("x-key").orElse("");
      if (key.equals("wrong")) {
        throw new Failure.UnknownAccessKey("wrong").exception();
      }
      Authentication known =
          key.isEmpty()
              ? Authentication.anonymous()
              : new Authentication(
                  new Caller.Authenticated(OWNER, key),
                  java.util.function.UnaryOperator.identity());
      // Not at once: keys are looked up in a database.
      return Uni.createFrom().item(known).onItem().delayIt().by(java.time.Duration.ofMillis(2));
    }

    @Override
    public Headers effectiveHeaders(RawRequest request) {
      return request.headers();
    }
  }

  private static final class ToyFailures implements FailureRenderer {
    @Override
    public Answer render(Failure failure, Context context) {
      int status =
          switch (failure) {
            case Failure.Internal internal -> 500;
            case Failure.AccessDenied denied -> 403;
            case Failure.UnknownAccessKey unknown -> 403;
            case Failure.NoSuchKey none -> 404;
            case Failure.NoSuchBucket none -> 404;
            case Failure.MissingContentLength none -> 411;
            case Failure.NotImplemented none -> 501;
            default -> 400;
          };
      String body =
          "<Error><Code>" + code(failure) + "</Code><Id>" + context.id() + "</Id></Error>";
      return context.head()
          ? Answer.empty(status, Headers.NONE)
          : Answer.document(
              status,
              Headers.builder().add("Content-Type", "application/xml").build(),
              body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String code(Failure failure) {
      return failure.getClass().getSimpleName();
    }

    @Override
    public String message(Failure failure) {
      return code(failure);
    }
  }

  private static ObjectKey key(RequestHead head) {
    return head.address().key().orElseThrow();
  }

  private static final class StoreCodec implements Codec<Store, Long> {
    @Override
    public Decoded<Store> decode(RequestHead head) {
      return Decoded.awaiting(
          new Rest.Data<>(100L << 20, Claims.NONE, body -> new Store(key(head), body)));
    }

    @Override
    public Answer encode(Long stored, Exchange<Store> exchange) {
      return Answer.empty(200, Headers.builder().add("x-stored", stored.toString()).build());
    }
  }

  private static final class LoadCodec implements Codec<Load, Content> {
    @Override
    public Decoded<Load> decode(RequestHead head) {
      return Decoded.of(new Load(key(head)));
    }

    @Override
    public Answer encode(Content content, Exchange<Load> exchange) {
      Headers.Builder headers =
          Headers.builder().add("Content-Type", "foo").add("x-Odd", "a\r\nb: c");
      exchange.head().headers().first("x-echo").ifPresent(e -> headers.add("x-amz-meta-Echo", e));
      return new Answer(200, headers.build(), new Answer.Payload.Stream(content));
    }
  }

  private static final class NoteCodec implements Codec<Note, String> {
    @Override
    public Decoded<Note> decode(RequestHead head) {
      return Decoded.awaiting(
          new Rest.Document<>(
              64 << 10, Claims.NONE, bytes -> new Note(new String(bytes, StandardCharsets.UTF_8))));
    }

    @Override
    public Answer encode(String text, Exchange<Note> exchange) {
      return Answer.document(200, Headers.NONE, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final class NamesCodec implements Codec<Names, String> {
    @Override
    public Decoded<Names> decode(RequestHead head) {
      return Decoded.of(new Names());
    }

    @Override
    public Answer encode(String names, Exchange<Names> exchange) {
      return Answer.empty(204, Headers.NONE);
    }
  }
}
