package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.AppendObject;
import dev.cairn.core.object.AppendObjectResult;
import dev.cairn.core.object.AppendRules;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import java.util.function.Function;

/** AppendObject, by a dialect's way of saying where. */
public final class AppendObjectCodec implements Codec<AppendObject, AppendObjectResult> {
  private final Vocabulary words;
  private final AppendRules rules;
  private final AppendForm form;
  private final MetadataHeaders metadata;
  private final Conditions conditions;
  private final BodyDigests digests;
  private final DigestHeaders answered;
  private final ObjectData data;

  /**
   * How a dialect writes an append.
   *
   * @param read where the bytes go, and what becomes of the metadata
   * @param nextPosition full name of the header that says where the next ones go
   * @param eTag the answer's, as a header
   */
  public record AppendForm(
      Function<RequestHead, Place> read,
      String nextPosition,
      Function<AppendObjectResult, String> eTag) {}

  /**
   * @param head whose headers describe the object
   * @param replacesMetadata whether also that of an object which is there
   */
  public record Place(long position, RequestHead head, boolean replacesMetadata) {}

  public AppendObjectCodec(Vocabulary words, AppendRules rules, AppendForm form) {
    this.words = words;
    this.rules = rules;
    this.form = form;
    this.metadata = new MetadataHeaders(words);
    this.conditions = new Conditions(words);
    this.digests = new BodyDigests(words);
    this.answered = new DigestHeaders(words);
    this.data = new ObjectData(words);
  }

  @Override
  public Decoded<AppendObject> decode(RequestHead sent) {
    Place place = form.read().apply(sent);
    RequestHead head = place.head();
    ObjectKey key = ObjectKeys.writable(head, words);
    conditions.refuseAll(head.headers());
    var described = metadata.read(head.headers());
    data.declaredLength(head).ifPresent(bytes -> checkSize(place.position() + bytes));
    BodyDigests.Announced announced = digests.read(head.headers());
    return data.await(
        head,
        announced.claims(),
        body ->
            new AppendObject(
                key,
                place.position(),
                rules,
                described,
                place.replacesMetadata(),
                announced.withAnswered(words.answered()),
                body));
  }

  private void checkSize(long bytes) {
    if (bytes > rules.maximumBytes()) {
      throw new Failure.AppendTooLarge(bytes, rules.maximumBytes()).exception();
    }
  }

  @Override
  public Answer encode(AppendObjectResult result, Exchange<AppendObject> exchange) {
    Headers.Builder headers =
        Headers.builder()
            .add("ETag", form.eTag().apply(result))
            .add(form.nextPosition(), Long.toString(result.object().size()));
    answered.write(result.object().checksums(), headers);
    return Answer.empty(200, headers.build());
  }

  /** The position in the query, and metadata that counts when an object is begun. */
  public static Place fromQuery(RequestHead head) {
    return new Place(new Parameters(head.query()).position("position"), head, false);
  }
}
