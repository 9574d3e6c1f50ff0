package dev.cairn.dialect.family.signature;

import dev.cairn.protocol.PercentCoding;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text over which V4 signs a request. */
final class V4CanonicalRequest {
  private V4CanonicalRequest() {}

  /**
   * How the request may have been written by its signer, the usual way first: path and query
   * decoded and encoded again, or as they were sent, for clients that leave more or fewer
   * characters bare. Each way decodes to what was asked for, so none lets a signature stand for
   * another request.
   */
  static Set<String> candidates(
      RawRequest request, List<String> signedHeaders, String payloadHash) {
    Set<String> heads = new LinkedHashSet<>();
    for (String path : paths(request)) {
      for (String query : queries(request.query())) {
        heads.add(request.method() + "\n" + path + "\n" + query + "\n");
      }
    }
    String tail =
        headerLines(request, signedHeaders)
            + "\n"
            + String.join(";", signedHeaders)
            + "\n"
            + payloadHash;
    return heads.stream()
        .map(head -> head + tail)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> paths(RawRequest request) {
    String sent = request.target().rawPath();
    Set<String> paths = new LinkedHashSet<>();
    paths.add(PercentCoding.encodePath(PercentCoding.decodePath(sent)));
    paths.add(sent);
    return paths;
  }

  private static Set<String> queries(Query query) {
    Set<String> queries = new LinkedHashSet<>();
    queries.add(
        canonical(
            signed(query)
                .map(
                    p ->
                        new Pair(
                            PercentCoding.encode(p.name()), PercentCoding.encode(p.value())))));
    queries.add(
        canonical(
            signed(query)
                .map(p -> new Pair(p.rawName(), p.rawValue() == null ? "" : p.rawValue()))));
    return queries;
  }

  private record Pair(String name, String value) {}

  private static Stream<Query.Parameter> signed(Query query) {
    return query.parameters().stream().filter(p -> !p.name().equals(V4Query.SIGNATURE));
  }

  private static String canonical(Stream<Pair> pairs) {
    return pairs
        .sorted(Comparator.comparing(Pair::name).thenComparing(Pair::value))
        .map(p -> p.name() + "=" + p.value())
        .collect(Collectors.joining("&"));
  }

  private static String headerLines(RawRequest request, List<String> signedHeaders) {
    StringBuilder lines = new StringBuilder();
    for (String name : signedHeaders) {
      lines.append(name).append(':').append(value(request, name)).append('\n');
    }
    return lines.toString();
  }

  private static String value(RawRequest request, String name) {
    return name.equals("host")
        ? request.host().strip()
        : request.headers().all(name).stream()
            .map(v -> v.strip().replaceAll("\\s+", " "))
            .collect(Collectors.joining(","));
  }
}
