package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Query;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Headers of the answer that a reader chooses with {@code response-*} parameters. */
final class Overrides {
  private static final String PREFIX = "response-";
  private static final Set<String> PARAMETERS =
      Set.of(
          "response-content-type",
          "response-content-language",
          "response-expires",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding");
  private static final Overrides NONE = new Overrides(Map.of());

  private final Map<String, String> chosen;

  private Overrides(Map<String, String> chosen) {
    this.chosen = chosen;
  }

  /**
   * @throws dev.cairn.model.FailureException AnonymousOverrides where nobody signed the request:
   *     anyone could make our host answer with headers of their choice. InvalidArgument for a value
   *     that is no header
   */
  static Overrides read(RequestHead head, Vocabulary words) {
    if (!head.query().hasAny(PARAMETERS)) {
      return NONE;
    }
    if (!signed(head, words)) {
      throw new Failure.AnonymousOverrides().exception();
    }
    Map<String, String> chosen = new HashMap<>();
    for (Query.Parameter parameter : head.query().parameters()) {
      if (PARAMETERS.contains(parameter.name())) {
        String value = HeaderText.checked(parameter.name(), parameter.value());
        chosen.putIfAbsent(parameter.name(), value);
      }
    }
    return new Overrides(chosen);
  }

  Optional<String> of(String header) {
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(chosen.get(PREFIX + header.toLowerCase(Locale.ROOT)));
  }

  private static boolean signed(RequestHead head, Vocabulary words) {
    return head.raw().headers().has("Authorization")
        || words.signatureParameters().stream().anyMatch(head.query()::has);
  }
}
