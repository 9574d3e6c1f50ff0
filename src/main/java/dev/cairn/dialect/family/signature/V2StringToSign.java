package dev.cairn.dialect.family.signature;

import dev.cairn.dialect.RequestHead;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.PercentCoding;
import dev.cairn.protocol.Query;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The text that V2 signs in place of a request. */
final class V2StringToSign {
  private V2StringToSign() {}

  /**
   * How the request may have been written by its signer, the usual way first. All of them stand for
   * the same request: they differ in how a path is percent-encoded, in blanks inside a value, in
   * where the date stands, and in where headers stand that the query carries.
   *
   * @param expires of a presigned URL, in place of the date
   */
  static Set<String> candidates(RequestHead head, AwsRules rules, Optional<String> expires) {
    Set<String> texts = new LinkedHashSet<>();
    for (Listed listed : listed(head, rules)) {
      for (DateForm date : dateForms(listed.headers(), rules, expires)) {
        for (String headers : headerBlocks(listed.headers(), rules, date)) {
          for (String path : paths(head)) {
            texts.add(
                String.join(
                    "\n",
                    head.raw().method(),
                    first(head, "content-md5"),
                    first(head, "content-type"),
                    date.line(),
                    headers + path + listed.subResources()));
          }
        }
      }
    }
    return texts;
  }

  /**
   * What is listed, and where.
   *
   * @param headers of which the vendor's are listed
   * @param subResources the list itself, with its question mark
   */
  private record Listed(Headers headers, String subResources) {}

  private static Set<Listed> listed(RequestHead head, AwsRules rules) {
    Set<Listed> forms = new LinkedHashSet<>();
    for (Set<String> signed : rules.v2().subResources()) {
      if (rules.v2().signsPrefixedParameters()) {
        // What the query carries for a header is signed as it stands there.
        Predicate<String> name =
            n -> signed.contains(n) || n.toLowerCase(Locale.ROOT).startsWith(rules.headerPrefix());
        forms.add(new Listed(head.raw().headers(), subResources(head.query(), name, false)));
        forms.add(new Listed(head.raw().headers(), subResources(head.query(), name, true)));
        forms.add(new Listed(head.headers(), subResources(head.query(), signed::contains, false)));
      }
      forms.add(new Listed(head.headers(), subResources(head.query(), signed::contains, true)));
    }
    return forms;
  }

  /**
   * What stands on the line of the date.
   *
   * @param listed whether the vendor's own date header stands among the headers too
   */
  private record DateForm(String line, boolean listed) {}

  private static String first(RequestHead head, String name) {
    return head.headers().first(name).map(String::strip).orElse("");
  }

  private static List<DateForm> dateForms(
      Headers headers, AwsRules rules, Optional<String> expires) {
    if (expires.isPresent()) {
      return List.of(new DateForm(expires.get(), true));
    }
    Optional<String> own = headers.first(rules.header("date")).map(String::strip);
    if (own.isPresent()) {
      // The rule; what some SDKs do; what the vendor's own example for DELETE does.
      return List.of(
          new DateForm("", true), new DateForm(own.get(), true), new DateForm(own.get(), false));
    }
    return List.of(new DateForm(headers.first("date").map(String::strip).orElse(""), true));
  }

  private static Set<String> headerBlocks(Headers headers, AwsRules rules, DateForm date) {
    Set<String> blocks = new LinkedHashSet<>();
    blocks.add(headerBlock(headers, rules, date, String::strip));
    blocks.add(headerBlock(headers, rules, date, WireText::singleBlanks));
    return blocks;
  }

  private static String headerBlock(
      Headers headers, AwsRules rules, DateForm date, UnaryOperator<String> spelling) {
    StringBuilder block = new StringBuilder();
    for (String name : headers.names()) {
      boolean left = !date.listed() && name.equals(rules.header("date"));
      if (name.startsWith(rules.headerPrefix()) && !left) {
        block.append(name).append(':');
        block.append(headers.all(name).stream().map(spelling).collect(Collectors.joining(",")));
        block.append('\n');
      }
    }
    return block.toString();
  }

  private static Set<String> paths(RequestHead head) {
    String bucket = head.address().hostStyle() ? "/" + head.address().bucket().orElseThrow() : "";
    String sent = head.raw().target().rawPath();
    Set<String> paths = new LinkedHashSet<>();
    paths.add(bucket + sent);
    paths.add(bucket + PercentCoding.encodePath(PercentCoding.decodePath(sent)));
    if (!head.address().hostStyle() && sent.length() > 1 && sent.indexOf('/', 1) < 0) {
      paths.add(sent + "/"); // botocore ends a bucket's path with a slash, in what it signs only
    }
    return paths;
  }

  private static String subResources(
      Query query, Predicate<String> signed, boolean equalsBeforeNothing) {
    String list =
        query.parameters().stream()
            .filter(p -> signed.test(p.name()))
            .sorted(Comparator.comparing(Query.Parameter::name))
            .map(
                p ->
                    p.rawValue() == null || (p.value().isEmpty() && !equalsBeforeNothing)
                        ? p.name()
                        : p.name() + "=" + WireText.ofDecoded(p.value()))
            .collect(Collectors.joining("&"));
    return list.isEmpty() ? "" : "?" + list;
  }
}
