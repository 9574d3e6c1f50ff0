package dev.cairn.dialect.oss;

import dev.cairn.dialect.RequestHead;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.PercentCoding;
import dev.cairn.protocol.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request as V4 writes it down: always with the bucket in the path, and with headers that are
 * signed without being listed.
 */
final class OssV4CanonicalRequest {
  static final String PAYLOAD = "x-oss-content-sha256";
  static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

  private static final Set<String> ALWAYS_SIGNED = Set.of("content-type", "content-md5");
  private static final String OWN_PREFIX = "x-oss-";

  private OssV4CanonicalRequest() {}

  static String of(RequestHead head, List<String> additionalHeaders) {
    Headers headers = head.raw().headers();
    return head.raw().method()
        + "\n"
        + PercentCoding.encodePath(OssResource.of(head.address()))
        + "\n"
        + parameters(head.query())
        + "\n"
        + lines(headers, additionalHeaders)
        + "\n"
        + String.join(";", additionalHeaders)
        + "\n"
        + headers.first(PAYLOAD).orElse(UNSIGNED_PAYLOAD);
  }

  private static String parameters(Query query) {
    record Pair(String name, String value) {
      String text() {
        return value.isEmpty() ? name : name + "=" + value;
      }
    }
    return query.parameters().stream()
        .filter(p -> !p.name().equals("x-oss-signature"))
        .map(p -> new Pair(PercentCoding.encode(p.name()), PercentCoding.encode(p.value())))
        .sorted(java.util.Comparator.comparing(Pair::name).thenComparing(Pair::value))
        .map(Pair::text)
        .collect(Collectors.joining("&"));
  }

  private static String lines(Headers headers, List<String> additionalHeaders) {
    StringBuilder lines = new StringBuilder();
    for (String name : headers.names()) {
      if (name.startsWith(OWN_PREFIX)
          || ALWAYS_SIGNED.contains(name)
          || additionalHeaders.contains(name)) {
        String value =
            headers.all(name).stream().map(String::strip).collect(Collectors.joining(","));
        lines.append(name).append(':').append(value).append('\n');
      }
    }
    return lines.toString();
  }
}
