package dev.cairn.dialect.family.form;

import dev.cairn.core.object.PutObjectResult;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.ObjectLocation;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.PercentCoding;
import dev.cairn.protocol.XmlWriter;
import dev.cairn.protocol.form.Form;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What a form is answered: the status that it asks for, or a way on to another page. */
final class FormAnswers {
  private static final String LOCATION = "Location";

  private final Vocabulary words;
  private final FormStyle style;

  FormAnswers(Vocabulary words, FormStyle style) {
    this.words = words;
    this.style = style;
  }

  /**
   * @param ofPut what a PutObject would have been answered
   */
  Answer of(PutObjectResult result, Answer ofPut, RequestHead head) {
    Form form = head.form().orElseThrow();
    String eTag = words.eTags().header(result.eTag());
    Optional<String> redirect = redirect(form, head, eTag);
    if (redirect.isPresent()) {
      return Answer.empty(303, with(ofPut.headers(), LOCATION, redirect.get()));
    }
    Headers headers = with(ofPut.headers(), LOCATION, location(head));
    return switch (form.fields().first("success_action_status").orElse("").strip()) {
      case "200" -> Answer.empty(200, headers);
      case "201" ->
          Answer.document(
              201, with(headers, "Content-Type", "application/xml"), document(result, head));
      default -> Answer.empty(204, headers);
    };
  }

  private byte[] document(PutObjectResult result, RequestHead head) {
    XmlWriter xml = XmlWriter.document("PostResponse", "", words.xml().standalone());
    for (String element : style.elements()) {
      switch (element) {
        case LOCATION -> xml.element(element, location(head));
        case "Bucket" -> xml.element(element, bucket(head));
        case "Key" -> xml.element(element, key(head));
        case "ETag" -> xml.element(element, words.eTags().xml(result.eTag()));
        default -> throw new IllegalStateException("nobody has an element " + element);
      }
    }
    return xml.toBytes();
  }

  /** Empty for a form that names no page, and for one that names what is none. */
  private static Optional<String> redirect(Form form, RequestHead head, String eTag) {
    return form.fields()
        .first("success_action_redirect")
        .or(() -> form.fields().first("redirect"))
        .map(String::strip)
        .filter(FormAnswers::isPage)
        .map(
            page ->
                page
                    + (page.indexOf('?') < 0 ? '?' : '&')
                    + "bucket="
                    + PercentCoding.encode(bucket(head))
                    + "&key="
                    + PercentCoding.encode(key(head))
                    + "&etag="
                    + PercentCoding.encode(eTag));
  }

  private static boolean isPage(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme();
      return (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
          && uri.getHost() != null
          && uri.getRawFragment() == null
          && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String location(RequestHead head) {
    return ObjectLocation.of(head, head.address().key().orElseThrow());
  }

  private static String bucket(RequestHead head) {
    return head.address().bucket().orElseThrow().value();
  }

  private static String key(RequestHead head) {
    return head.address().key().orElseThrow().value();
  }

  private static Headers with(Headers headers, String name, String value) {
    return Headers.builder().addAll(headers).add(name, value).build();
  }
}
