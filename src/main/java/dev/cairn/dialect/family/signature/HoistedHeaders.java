package dev.cairn.dialect.family.signature;

import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Headers that a presigned URL carries in its query. They are signed there, and take effect as if
 * they had been sent as headers.
 */
final class HoistedHeaders {
  /** The signature's own parameters. */
  private static final Set<String> V4_PARAMETERS =
      Set.of(
          "x-amz-algorithm",
          "x-amz-credential",
          "x-amz-date",
          "x-amz-expires",
          "x-amz-signedheaders",
          "x-amz-signature");

  private static final Set<String> HOISTED = Set.of("content-type", "content-md5");

  private HoistedHeaders() {}

  /**
   * The headers of a request and those in its query.
   *
   * @throws dev.cairn.model.FailureException {@link Failure.InvalidArgument} for a name with two
   *     values, and for a value that no header could have
   */
  static Headers with(RawRequest request, AwsMechanism mechanism, AwsRules rules) {
    if (!mechanism.presigned()) {
      return request.headers();
    }
    Headers.Builder hoisted = Headers.builder();
    for (Query.Parameter parameter : request.query().parameters()) {
      String name = parameter.name().toLowerCase(Locale.ROOT);
      if (!isHoisted(name, mechanism, rules)) {
        continue;
      }
      String value = WireText.ofDecoded(parameter.value());
      requireHeaderValue(name, value);
      if (valuesInQuery(request.query(), name).size() > 1) {
        throw new Failure.InvalidArgument(name, value, "given twice in the query").exception();
      }
      if (!request.headers().has(name)) {
        hoisted.add(name, value);
      } else if (!repeats(request, name)) {
        throw new Failure.InvalidArgument(
                name, value, "the header and the query parameter are not the same")
            .exception();
      }
    }
    Headers found = hoisted.build();
    return found.fields().isEmpty()
        ? request.headers()
        : Headers.builder().addAll(request.headers()).addAll(found).build();
  }

  /**
   * Whether the query has the header too, with the same value.
   *
   * @param name in lower case
   */
  static boolean repeats(RawRequest request, String name) {
    List<String> sent = request.headers().all(name).stream().map(String::strip).toList();
    return sent.size() == 1 && valuesInQuery(request.query(), name).equals(sent);
  }

  private static boolean isHoisted(String name, AwsMechanism mechanism, AwsRules rules) {
    return HOISTED.contains(name)
        || (name.startsWith(rules.headerPrefix())
            && !(mechanism == AwsMechanism.V4_QUERY && V4_PARAMETERS.contains(name)));
  }

  private static List<String> valuesInQuery(Query query, String name) {
    return query.parameters().stream()
        .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(name))
        .map(p -> WireText.ofDecoded(p.value()).strip())
        .toList();
  }

  /** No line ends above all: in V2 they would let one string to sign be read in two ways. */
  private static void requireHeaderValue(String name, String value) {
    if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
      throw new Failure.InvalidArgument(name, "", "control characters are not allowed").exception();
    }
  }
}
