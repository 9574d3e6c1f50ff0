package dev.cairn.dialect.family;

import dev.cairn.dialect.Address;
import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.RequestId;
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
import java.util.function.BiFunction;
import java.util.function.Function;

/** Writes failures as an {@code Error} document without namespace, and their headers. */
public final class ErrorDocuments implements FailureRenderer {
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Vocabulary words;
  private final Function<Failure, WireError> errors;
  private final BiFunction<WireError, Context, Headers> marks;
  private final Layout layout;

  /** What an error document says after code and message. */
  @FunctionalInterface
  public interface Layout {
    /**
     * @param resource path of what was asked for, decoded
     */
    void write(XmlWriter xml, WireError error, String resource, RequestId id);
  }

  /**
   * @param errors every failure in the vendor's words
   * @param marks headers of errors
   */
  public ErrorDocuments(
      Vocabulary words,
      Function<Failure, WireError> errors,
      BiFunction<WireError, Context, Headers> marks,
      Layout layout) {
    this.words = words;
    this.errors = errors;
    this.marks = marks;
    this.layout = layout;
  }

  @Override
  public Answer render(Failure failure, Context context) {
    WireError error = errors.apply(asAsked(failure, context));
    Headers headers = headers(failure, error);
    if (error.status() == 304) {
      return Answer.empty(304, headers);
    }
    Headers all =
        Headers.builder()
            .add("Content-Type", "application/xml")
            .addAll(headers)
            .addAll(marks.apply(error, context))
            .build();
    return context.head()
        ? Answer.empty(error.status(), all)
        : Answer.document(error.status(), all, document(error, context));
  }

  @Override
  public String code(Failure failure) {
    return errors.apply(failure).code();
  }

  @Override
  public String message(Failure failure) {
    return errors.apply(failure).message();
  }

  private static Failure asAsked(Failure failure, Context context) {
    return switch (failure) {
      // RFC 9110: only a reader can be told that it has the object already.
      case Failure.NotModified f
          when context.request().filter(r -> !READING.contains(r.method())).isPresent() ->
          new Failure.PreconditionFailed("If-None-Match");
      // The range in the client's own words, where it still can be seen.
      case Failure.InvalidRange f ->
          context
              .request()
              .flatMap(request -> request.headers().first("Range"))
              .<Failure>map(range -> new Failure.InvalidRange(range, f.size()))
              .orElse(f);
      default -> failure;
    };
  }

  private Headers headers(Failure failure, WireError error) {
    Headers.Builder headers = Headers.builder().addAll(FailureHeaders.of(failure));
    switch (failure) {
      case Failure.NotModified f when error.status() == 304 -> validators(f.object(), headers);
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

  private byte[] document(WireError error, Context context) {
    XmlWriter xml =
        XmlWriter.document("Error", "", words.xml().standalone())
            .element("Code", error.code())
            .element("Message", error.message());
    layout.write(xml, error, resource(context), context.id());
    return xml.toBytes();
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
