package dev.cairn.dialect.s3;

import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.RequestId;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.ErrorDocuments;
import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlWriter;

/** Writes a failure as S3 does. */
public final class S3FailureRenderer implements FailureRenderer {
  private final ErrorDocuments documents;

  public S3FailureRenderer(Vocabulary words) {
    this.documents =
        new ErrorDocuments(
            words, S3Errors::of, (error, context) -> Headers.NONE, S3FailureRenderer::write);
  }

  private static void write(XmlWriter xml, WireError error, String resource, RequestId id) {
    error.writeFacts(xml);
    xml.element("Resource", resource)
        .element("RequestId", S3RequestIds.requestId(id))
        .element("HostId", S3RequestIds.hostId(id));
  }

  @Override
  public Answer render(Failure failure, Context context) {
    return documents.render(failure, context);
  }

  @Override
  public String code(Failure failure) {
    return documents.code(failure);
  }

  @Override
  public String message(Failure failure) {
    return documents.message(failure);
  }
}
