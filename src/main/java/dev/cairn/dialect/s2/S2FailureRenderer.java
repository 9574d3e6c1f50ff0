package dev.cairn.dialect.s2;

import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.RequestId;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.ErrorDocuments;
import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.XmlWriter;
import java.util.function.Function;

/** Writes a failure as S2 does: its code stands in a header too, for answers without a body. */
final class S2FailureRenderer implements FailureRenderer {
  private final Vocabulary words;
  private final ErrorDocuments documents;

  S2FailureRenderer(Vocabulary words) {
    this.words = words;
    this.documents = documents(S2Errors::of);
  }

  private ErrorDocuments documents(Function<Failure, WireError> errors) {
    return new ErrorDocuments(words, errors, S2FailureRenderer::mark, S2FailureRenderer::tail);
  }

  private static Headers mark(WireError error, Context context) {
    return Headers.builder().add("x-error-code", error.code()).build();
  }

  private static void tail(XmlWriter xml, WireError error, String resource, RequestId id) {
    error.writeFacts(xml);
    xml.element("Resource", resource).element("RequestId", S2RequestIds.requestId(id));
  }

  @Override
  public Answer render(Failure failure, Context context) {
    return switch (failure) {
      case Failure.AccessDenied denied when isAnonymous(context) ->
          documents(f -> refusedToAnybody(context)).render(denied, context);
      case Failure.NotModified unmodified ->
          documents.render(new Failure.NotModified(S2Reading.shown(unmodified.object())), context);
      case Failure.PositionNotEqualToLength elsewhere ->
          withLength(documents.render(elsewhere, context), elsewhere.length());
      default -> documents.render(failure, context);
    };
  }

  private static Answer withLength(Answer answer, long length) {
    Headers.Builder headers = Headers.builder().addAll(answer.headers());
    S2AppendForm.POSITIONS.forEach(name -> headers.add(name, Long.toString(length)));
    return new Answer(answer.status(), headers.build(), answer.payload());
  }

  @Override
  public String code(Failure failure) {
    return documents.code(failure);
  }

  @Override
  public String message(Failure failure) {
    return documents.message(failure);
  }

  private static WireError refusedToAnybody(Context context) {
    String method = context.request().map(RawRequest::method).orElse("GET");
    String scope = context.address().map(address -> address.scope().name()).orElse("SERVICE");
    return WireError.error(
        403,
        "AccessDenied",
        "anonymous is not allowed for operation: REST." + method + "." + scope);
  }

  private boolean isAnonymous(Context context) {
    return context.request().filter(request -> !isSigned(request)).isPresent();
  }

  private boolean isSigned(RawRequest request) {
    return request.headers().has("Authorization")
        || S2Recogniser.isOldUrl(request)
        || words.signatureParameters().stream().anyMatch(request.query()::has);
  }
}
