package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Query;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Headers of the answer that a reader chooses with {@code response-*} parameters. */
final class Overrides {
  private static final String PREFIX = "response-";
  private static final List<String> NAMES =
      List.of(
          "content-type",
          "content-language",
          "expires",
          "cache-control",
          "content-disposition",
          "content-encoding");

  private final Query query;

  private Overrides(Query query) {
    this.query = query;
  }

  /**
   * @throws dev.cairn.model.FailureException AnonymousOverrides where nobody signed the request:
   *     anyone could make our host answer with headers of their choice. InvalidArgument for a value
   *     that is no header
   */
  static Overrides read(RequestHead head, Vocabulary words) {
    for (String name : NAMES) {
      Optional<String> value = head.query().find(PREFIX + name);
      if (value.isPresent()) {
        if (!signed(head, words)) {
          throw new Failure.AnonymousOverrides().exception();
        }
        HeaderText.checked(PREFIX + name, value.get());
      }
    }
    return new Overrides(head.query());
  }

  Optional<String> of(String header) {
    return query.find(PREFIX + header.toLowerCase(Locale.ROOT));
  }

  private static boolean signed(RequestHead head, Vocabulary words) {
    return head.raw().headers().has("Authorization")
        || words.signatureParameters().stream().anyMatch(head.query()::has);
  }
}
