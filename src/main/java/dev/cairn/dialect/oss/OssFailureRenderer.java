package dev.cairn.dialect.oss;

import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.FailureHeaders;
import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.XmlWriter;
import java.util.Base64;

/** Writes a failure as OSS does; where an answer has no body, the document is a header. */
public final class OssFailureRenderer implements FailureRenderer {
  private final Vocabulary words;

  public OssFailureRenderer(Vocabulary words) {
    this.words = words;
  }

  @Override
  public Answer render(Failure failure, Context context) {
    if (isUnchangedSource(failure, context)) {
      return Answer.empty(304, Headers.NONE);
    }
    WireError error =
        isPartOfAnArchive(failure, context) ? OssErrors.archivedSource() : OssErrors.of(failure);
    Headers.Builder headers = Headers.builder();
    if (failure instanceof Failure.NotModified unchanged) {
      validators(unchanged.object(), headers);
      return Answer.empty(304, headers.build());
    }
    headers.add("Content-Type", "application/xml").addAll(FailureHeaders.of(failure));
    if (failure instanceof Failure.PositionNotEqualToLength f) {
      headers.add(words.header("next-append-position"), Long.toString(f.length()));
    }
    byte[] document = document(error, context);
    if (context.head()) {
      headers.add(words.header("err"), Base64.getEncoder().encodeToString(document));
      return Answer.empty(error.status(), headers.build());
    }
    return Answer.document(error.status(), headers.build(), document);
  }

  /** CopyObject says so where the source is what the client has; UploadPartCopy fails. */
  private static boolean isUnchangedSource(Failure failure, Context context) {
    return failure instanceof Failure.PreconditionFailed f
        && f.condition().equals("copy-source-if-none-match")
        && context.request().filter(r -> !r.query().has("partNumber")).isPresent();
  }

  /** UploadPartCopy has a code of its own for a source that would have to be restored. */
  private static boolean isPartOfAnArchive(Failure failure, Context context) {
    return failure instanceof Failure.InvalidObjectState
        && context
            .request()
            .filter(r -> r.method().equals("PUT") && r.query().has("partNumber"))
            .isPresent();
  }

  /** What RFC 9110 wants a 304 to repeat. */
  private void validators(StoredObject object, Headers.Builder headers) {
    headers
        .add("ETag", new OssETags(words).header(object))
        .add("Last-Modified", HttpDates.format(object.lastModified()));
  }

  @Override
  public String code(Failure failure) {
    return OssErrors.of(failure).code();
  }

  @Override
  public String message(Failure failure) {
    return OssErrors.of(failure).message();
  }

  private static byte[] document(WireError error, Context context) {
    XmlWriter xml =
        XmlWriter.document("Error", "")
            .element("Code", error.code())
            .element("Message", error.message())
            .element("RequestId", OssRequestIds.requestId(context.id()))
            .element("HostId", context.request().map(RawRequest::host).orElse(""));
    error.facts().forEach(fact -> xml.element(fact.element(), fact.text()));
    return xml.toBytes();
  }
}
