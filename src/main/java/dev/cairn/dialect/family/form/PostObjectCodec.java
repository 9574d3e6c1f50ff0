package dev.cairn.dialect.family.form;

import dev.cairn.core.body.Body;
import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Decoded.Rest;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.Conditions;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.form.Form;
import dev.cairn.protocol.form.FormFile;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/**
 * PostObject: PutObject by a form. Its fields are that operation's headers, so that whatever the
 * dialect's PutObject does, refuses or answers, a form has too.
 */
public final class PostObjectCodec implements Codec<PutObject, PutObjectResult> {
  /** Headers that proxies add. */
  private static final String OF_PROXIES = "cf-";

  private final Codec<PutObject, PutObjectResult> put;
  private final Vocabulary words;
  private final FormStyle style;
  private final FormHeaders headers;
  private final FormAnswers answers;
  private final Conditions conditions;

  /**
   * @param put the dialect's own
   */
  public PostObjectCodec(Codec<PutObject, PutObjectResult> put, Vocabulary words, FormStyle style) {
    this.put = put;
    this.words = words;
    this.style = style;
    this.headers = new FormHeaders(words, style);
    this.answers = new FormAnswers(words, style);
    this.conditions = new Conditions(words);
  }

  @Override
  public Decoded<PutObject> decode(RequestHead head) {
    Form form = head.form().orElseThrow(() -> new Failure.NotAForm().exception());
    requireKey(head, form);
    FormFile file = form.file().orElseThrow(() -> new Failure.NotOneFile(0).exception());
    refuseHeaders(head.raw().headers());
    Decoded<PutObject> decoded = put.decode(asPut(head));
    Rest.Data<PutObject> data = (Rest.Data<PutObject>) decoded.rest();
    Rest.Data<PutObject> ofForm =
        new Rest.Data<>(
            Long.MAX_VALUE,
            data.claims(),
            data.surplus(),
            body -> data.toInput().apply(held(body, form, file, data.limit())));
    return new Decoded<>(ofForm, decoded.source(), decoded.expectedOwner());
  }

  private void requireKey(RequestHead head, Form form) {
    if (head.address().key().isEmpty()) {
      throw new Failure.MissingField("key").exception();
    }
    for (String variable : style.unbuilt()) {
      if (variable.startsWith("${") && form.text("key").orElse("").contains(variable)) {
        throw new Failure.NotImplemented(variable).exception();
      }
    }
  }

  /** Nobody signs them: what they ask for must be a field. */
  private void refuseHeaders(Headers sent) {
    conditions.refuseAll(sent);
    if (sent.has("Content-MD5")) {
      throw new Failure.NotImplemented("Content-MD5 of a whole form").exception();
    }
    for (String name : sent.names()) {
      if (name.startsWith(words.headerPrefix()) && !name.startsWith(words.header(OF_PROXIES))) {
        throw new Failure.InvalidArgument(name, "", "of a form, this must be a field").exception();
      }
    }
  }

  private Body held(Body body, Form form, FormFile file, long limit) {
    IntSupplier files = style.laterFilesDropped() ? () -> 1 : file::filesOfForm;
    return form.text(FormRules.POLICY)
        .map(text -> FormPolicy.parse(text, style.rules()))
        .map(
            policy ->
                new PostedFile(
                    body, policy.minimumLength(), Math.min(policy.maximumLength(), limit), files))
        .orElseGet(() -> new PostedFile(body, 0, limit, files));
  }

  /** The same request as a PutObject, but that nobody says how long the file is. */
  private RequestHead asPut(RequestHead head) {
    RawRequest raw = head.raw();
    OptionalLong atMost =
        raw.contentLength().isPresent()
            ? OptionalLong.of(
                Math.min(raw.contentLength().getAsLong(), words.limits().entityBytes()))
            : raw.contentLength();
    RawRequest same =
        new RawRequest(
            raw.method(),
            raw.target(),
            raw.query(),
            raw.host(),
            raw.headers(),
            raw.tls(),
            atMost,
            raw.chunked());
    return new RequestHead(
        same, head.address(), Operation.PutObject, headers.of(head.form().orElseThrow()));
  }

  @Override
  public Answer encode(PutObjectResult result, Exchange<PutObject> exchange) {
    Answer ofPut =
        put.encode(
            result,
            new Exchange<>(
                asPut(exchange.head()), exchange.call(), exchange.input(), exchange.id()));
    return answers.of(result, ofPut, exchange.head());
  }
}
