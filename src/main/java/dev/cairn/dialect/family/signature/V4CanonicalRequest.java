package dev.cairn.dialect.family.signature;

import dev.cairn.protocol.PercentCoding;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The text over which V4 signs a request. */
final class V4CanonicalRequest {
  private V4CanonicalRequest() {}

  /** Path and query decoded and encoded again, as the signers of the SDKs write them. */
  static String usual(RawRequest request, List<String> signedHeaders, String payloadHash) {
    return text(
        request,
        normalPath(request),
        normalQuery(request.query()),
        tail(request, signedHeaders, payloadHash, WireText::singleBlanks));
  }

  /**
   * How else it may have been written: path, query or both as they were sent, by clients that leave
   * more or fewer characters bare; and header values with all their blanks. Each way decodes to
   * what was asked for, so none lets a signature stand for another request.
   *
   * @param leading what else may stand before the path; empty for nothing
   */
  static Set<String> others(
      RawRequest request, String leading, List<String> signedHeaders, String payloadHash) {
    Set<String> texts = new LinkedHashSet<>();
    texts.addAll(
        others(
            request, leading, tail(request, signedHeaders, payloadHash, WireText::singleBlanks)));
    String blanksKept = tail(request, signedHeaders, payloadHash, String::strip);
    texts.addAll(others(request, leading, blanksKept));
    texts.add(text(request, normalPath(request), normalQuery(request.query()), blanksKept));
    return texts;
  }

  private static Set<String> others(RawRequest request, String leading, String tail) {
    String path = request.target().rawPath();
    String query = sentQuery(request.query());
    Set<String> texts = new LinkedHashSet<>();
    for (String before : leading.isEmpty() ? List.of("") : List.of("", leading)) {
      texts.add(text(request, before + path, query, tail));
      texts.add(text(request, before + path, normalQuery(request.query()), tail));
      texts.add(text(request, before + normalPath(request), query, tail));
    }
    if (!leading.isEmpty()) {
      texts.add(text(request, leading + normalPath(request), normalQuery(request.query()), tail));
    }
    return texts;
  }

  private static String text(RawRequest request, String path, String query, String tail) {
    return request.method() + "\n" + path + "\n" + query + "\n" + tail;
  }

  private static String tail(
      RawRequest request,
      List<String> signedHeaders,
      String payloadHash,
      UnaryOperator<String> blanks) {
    return headerLines(request, signedHeaders, blanks)
        + "\n"
        + String.join(";", signedHeaders)
        + "\n"
        + payloadHash;
  }

  private static String normalPath(RawRequest request) {
    return PercentCoding.encodePath(PercentCoding.decodePath(request.target().rawPath()));
  }

  private static String normalQuery(Query query) {
    return canonical(
        query, p -> new Pair(PercentCoding.encode(p.name()), PercentCoding.encode(p.value())));
  }

  private static String sentQuery(Query query) {
    return canonical(query, p -> new Pair(p.rawName(), p.rawValue() == null ? "" : p.rawValue()));
  }

  private record Pair(String name, String value) {}

  private static final Comparator<Pair> IN_ORDER =
      Comparator.comparing(Pair::name).thenComparing(Pair::value);

  private static String canonical(Query query, Function<Query.Parameter, Pair> written) {
    List<Pair> pairs = new ArrayList<>(query.parameters().size());
    for (Query.Parameter parameter : query.parameters()) {
      if (!parameter.name().equals(V4Query.SIGNATURE)) {
        pairs.add(written.apply(parameter));
      }
    }
    pairs.sort(IN_ORDER);
    StringBuilder text = new StringBuilder();
    for (Pair pair : pairs) {
      text.append(text.isEmpty() ? "" : "&").append(pair.name).append('=').append(pair.value);
    }
    return text.toString();
  }

  private static String headerLines(
      RawRequest request, List<String> signedHeaders, UnaryOperator<String> blanks) {
    StringBuilder lines = new StringBuilder();
    for (String name : signedHeaders) {
      lines.append(name).append(':').append(value(request, name, blanks)).append('\n');
    }
    return lines.toString();
  }

  private static String value(RawRequest request, String name, UnaryOperator<String> blanks) {
    return name.equals("host")
        ? request.host().strip()
        : request.headers().all(name).stream().map(blanks).collect(Collectors.joining(","));
  }
}
