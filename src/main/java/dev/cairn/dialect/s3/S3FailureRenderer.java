package dev.cairn.dialect.s3;

import dev.cairn.dialect.Address;
import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.XmlWriter;
import java.util.Optional;
import java.util.Set;

/** Writes a failure as S3 does: an {@code Error} document without namespace, and its headers. */
public final class S3FailureRenderer implements FailureRenderer {
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Vocabulary words;

  public S3FailureRenderer(Vocabulary words) {
    this.words = words;
  }

  @Override
  public Answer render(Failure failure, Context context) {
    S3Error error = errorOf(failure, context);
    Headers headers = headers(failure, error);
    if (error.status() == 304) {
      return Answer.empty(304, headers);
    }
    Headers all = Headers.builder().add("Content-Type", "application/xml").addAll(headers).build();
    return context.head()
        ? Answer.empty(error.status(), all)
        : Answer.document(error.status(), all, document(error, context));
  }

  @Override
  public String code(Failure failure) {
    return S3Errors.of(failure).code();
  }

  @Override
  public String message(Failure failure) {
    return S3Errors.of(failure).message();
  }

  private static S3Error errorOf(Failure failure, Context context) {
    return switch (failure) {
      // RFC 9110: only a reader can be told that it has the object already.
      case Failure.NotModified f
          when context.request().filter(r -> !READING.contains(r.method())).isPresent() ->
          S3Errors.preconditionFailed("If-None-Match");
      case Failure.InvalidRange f -> S3Errors.of(asSent(f, context));
      default -> S3Errors.of(failure);
    };
  }

  /** The range in the client's own words, where it still can be seen. */
  private static Failure asSent(Failure.InvalidRange failure, Context context) {
    return context
        .request()
        .flatMap(request -> request.headers().first("Range"))
        .map(range -> new Failure.InvalidRange(range, failure.size()))
        .orElse(failure);
  }

  private Headers headers(Failure failure, S3Error error) {
    Headers.Builder headers = Headers.builder();
    switch (failure) {
      case Failure.NotModified f when error.status() == 304 -> validators(f.object(), headers);
      case Failure.InvalidRange f -> headers.add("Content-Range", "bytes */" + f.size());
      case Failure.Unavailable f ->
          headers.add("Retry-After", Long.toString(Math.max(1, f.retryAfter().toSeconds())));
      case Failure.MalformedAuthorization f -> region(f.expectedRegion(), headers);
      case Failure.MalformedPresignedUrl f -> region(f.expectedRegion(), headers);
      default -> {}
    }
    return headers.build();
  }

  /** What RFC 9110 wants a 304 to repeat. */
  private void validators(StoredObject object, Headers.Builder headers) {
    headers
        .add("ETag", words.eTags().header(object.eTag()))
        .add("Last-Modified", HttpDates.format(object.lastModified()));
    object
        .metadata()
        .headers()
        .cacheControl()
        .ifPresent(value -> headers.add("Cache-Control", value));
    object.metadata().headers().expires().ifPresent(value -> headers.add("Expires", value));
  }

  private void region(Optional<String> expected, Headers.Builder headers) {
    expected.ifPresent(region -> headers.add(words.header("bucket-region"), region));
  }

  private static byte[] document(S3Error error, Context context) {
    XmlWriter xml =
        XmlWriter.document("Error", "")
            .element("Code", error.code())
            .element("Message", error.message());
    for (S3Error.Fact fact : error.facts()) {
      xml.element(fact.element(), fact.text());
    }
    return xml.element("Resource", resource(context))
        .element("RequestId", S3RequestIds.requestId(context.id()))
        .element("HostId", S3RequestIds.hostId(context.id()))
        .toBytes();
  }

  private static String resource(Context context) {
    if (context.address().isEmpty()) {
      return context.request().map(RawRequest::target).map(t -> t.rawPath()).orElse("/");
    }
    Address address = context.address().get();
    String bucket = address.bucket().map(name -> "/" + name.value()).orElse("");
    return bucket + "/" + address.key().map(key -> key.value()).orElse("");
  }
}
