package dev.cairn.dialect.family.form;

import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.PercentCoding;
import dev.cairn.protocol.XmlReader;
import dev.cairn.protocol.form.Form;
import dev.cairn.protocol.form.FormFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of a form as the headers that they stand for. */
final class FormHeaders {
  private static final String CONTENT_TYPE = "content-type";
  private static final String FILENAME = "${filename}";

  /** Fields that are called like the headers. */
  private static final Set<String> OF_HTTP =
      Set.of(
          "cache-control",
          CONTENT_TYPE,
          "content-disposition",
          "content-encoding",
          "content-language",
          "content-md5",
          "expires");

  /** Headers that speak of how a request comes, or make another request of it. */
  private static final List<String> OF_REQUESTS =
      List.of("content-sha256", "decoded-content-length", "trailer", "copy-source*");

  private final Vocabulary words;
  private final FormStyle style;

  FormHeaders(Vocabulary words, FormStyle style) {
    this.words = words;
    this.style = style;
  }

  /**
   * @throws dev.cairn.model.FailureException InvalidArgument for a field that no form may have
   */
  Headers of(Form form) {
    Headers.Builder headers = Headers.builder();
    for (Headers.Field field : form.fields().fields()) {
      String name = field.name().toLowerCase(java.util.Locale.ROOT);
      requireAllowed(name);
      String value = value(form, field);
      switch (name) {
        case "acl" -> headers.add(words.header("acl"), value);
        case "tagging" -> headers.add(words.header("tagging"), tags(value));
        case CONTENT_TYPE -> {}
        default -> {
          if (OF_HTTP.contains(name) || name.startsWith(words.headerPrefix())) {
            headers.add(field.name(), value);
          }
        }
      }
    }
    contentType(form).ifPresent(type -> headers.add(CONTENT_TYPE, type));
    return headers.build();
  }

  /** What the policy saw is what takes effect. */
  private String value(Form form, Headers.Field field) {
    return style.rules().templateChecked()
        ? field.value()
        : field.value().replace(FILENAME, wireText(form.filename()));
  }

  private void requireAllowed(String name) {
    if (style.unbuilt().stream().anyMatch(r -> covers(r, name))) {
      throw new Failure.NotImplemented(name).exception();
    }
    boolean ofRequest = OF_REQUESTS.stream().map(words::header).anyMatch(r -> covers(r, name));
    if (ofRequest || style.refused().stream().anyMatch(r -> covers(r, name))) {
      throw new Failure.InvalidArgument(name, "", "a form cannot have this field").exception();
    }
  }

  private static boolean covers(String rule, String name) {
    return rule.endsWith("*")
        ? name.startsWith(rule.substring(0, rule.length() - 1))
        : name.equals(rule);
  }

  private Optional<String> contentType(Form form) {
    Optional<String> field =
        form.fields()
            .first(CONTENT_TYPE)
            .map(type -> value(form, new Headers.Field(CONTENT_TYPE, type)));
    Optional<String> own =
        style.ownType().isEmpty() ? Optional.empty() : form.fields().first(style.ownType());
    return own.or(() -> style.typeOfPart() ? ofPart(form).or(() -> field) : field);
  }

  private static Optional<String> ofPart(Form form) {
    return form.file().flatMap(FormFile::contentType);
  }

  /** The field has a document, the header what a URL's query would have. */
  private static String tags(String document) {
    byte[] xml = document.getBytes(StandardCharsets.ISO_8859_1);
    List<String> tags = new ArrayList<>();
    XmlReader.parse(
        xml,
        "Tagging",
        reader -> {
          while (reader.next()) {
            switch (reader.name()) {
              case "TagSet" -> {
                while (reader.next()) {
                  tags.add(tag(reader));
                }
              }
              default -> throw reader.malformed("an element that is not known");
            }
          }
          return tags;
        });
    return String.join("&", tags);
  }

  private static String tag(XmlReader reader) {
    if (!reader.name().equals("Tag")) {
      throw reader.malformed("no Tag");
    }
    String key = null;
    String value = "";
    while (reader.next()) {
      switch (reader.name()) {
        case "Key" -> key = reader.text();
        case "Value" -> value = reader.text();
        default -> throw reader.malformed("an element that is not known");
      }
    }
    if (key == null) {
      throw reader.malformed("a Tag without a Key");
    }
    return PercentCoding.encode(key) + "=" + PercentCoding.encode(value);
  }

  private static String wireText(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
