package dev.cairn.dialect.sts;

import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.RequestId;
import dev.cairn.dialect.family.FailureHeaders;
import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlWriter;

/** Writes a failure as AWS's Query protocol has it: whose fault it is, code and message. */
final class StsFailureRenderer implements FailureRenderer {
  @Override
  public Answer render(Failure failure, Context context) {
    WireError error = StsErrors.of(failure);
    Headers headers =
        Headers.builder()
            .add("Content-Type", StsDocuments.TYPE)
            .addAll(FailureHeaders.of(failure))
            .build();
    return context.head()
        ? Answer.empty(error.status(), headers)
        : Answer.document(error.status(), headers, document(error, context.id()));
  }

  private static byte[] document(WireError error, RequestId id) {
    return XmlWriter.document("ErrorResponse", StsVocabulary.NAMESPACE)
        .start("Error")
        .element("Type", error.status() < 500 ? "Sender" : "Receiver")
        .element("Code", error.code())
        .element("Message", error.message())
        .end()
        .element("RequestId", id.toString())
        .toBytes();
  }

  @Override
  public String code(Failure failure) {
    return StsErrors.of(failure).code();
  }

  @Override
  public String message(Failure failure) {
    return StsErrors.of(failure).message();
  }
}
