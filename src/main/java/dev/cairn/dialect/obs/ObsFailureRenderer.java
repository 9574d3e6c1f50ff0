package dev.cairn.dialect.obs;

import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.RequestId;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.ErrorDocuments;
import dev.cairn.dialect.family.WireError;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlWriter;
import java.util.Set;

/** Writes a failure as OBS does; one of HEAD, which has no document, says its code in a header. */
public final class ObsFailureRenderer implements FailureRenderer {
  /** What the table of codes says of who cannot prove who they are. */
  private static final Set<String> UNPROVEN = Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch");

  private final Vocabulary words;
  private final ErrorDocuments documents;

  public ObsFailureRenderer(ObsForm form) {
    this(form, false);
  }

  /**
   * @param strictPages whether a key or a signature that is wrong is told apart from a lack of
   *     permission only by its message, as the pages of the operations have it
   */
  public ObsFailureRenderer(ObsForm form, boolean strictPages) {
    this.words = ObsVocabulary.of(form);
    ObsErrors errors = new ObsErrors(form);
    this.documents =
        new ErrorDocuments(
            words,
            strictPages ? failure -> asPrinted(errors.of(failure)) : errors::of,
            this::codeOfHead,
            ObsFailureRenderer::write);
  }

  private static WireError asPrinted(WireError error) {
    return UNPROVEN.contains(error.code())
        ? new WireError(error.status(), "AccessDenied", error.message(), error.facts())
        : error;
  }

  private Headers codeOfHead(WireError error, Context context) {
    return context.head()
        ? Headers.builder().add(words.header("error-code"), error.code()).build()
        : Headers.NONE;
  }

  private static void write(XmlWriter xml, WireError error, String resource, RequestId id) {
    xml.element("Resource", resource)
        .element("RequestId", ObsRequestIds.requestId(id))
        .element("HostId", ObsRequestIds.hostId(id));
    error.writeFacts(xml);
  }

  @Override
  public Answer render(Failure failure, Context context) {
    Answer answer = documents.render(failure, context);
    if (!(failure instanceof Failure.PositionNotEqualToLength f)) {
      return answer;
    }
    Headers headers =
        Headers.builder()
            .addAll(answer.headers())
            .add(words.header("next-append-position"), Long.toString(f.length()))
            .build();
    return new Answer(answer.status(), headers, answer.payload());
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
