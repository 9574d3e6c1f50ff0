package dev.cairn.acceptance.s2.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Requests and answers as the vendor's pages print them. What stands in angle brackets is filled
 * in, what follows a hash sign is the page's comment.
 */
final class Printed {
  /** Of the samples, that every answer has its own of. */
  private static final Map<String, String> VARYING =
      Map.of(
          "date", "[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT",
          "x-amz-request-id", "[0-9a-f]{8}-\\d{4}-\\d{4}-\\d{4}-[0-9a-f]{12}");

  /** What an answer has besides: it is HTTP. */
  private static final Set<String> UNPRINTED = Set.of("server", "content-length", "content-type");

  private Printed() {}

  /** The request, but for its signature. */
  static WireRequest request(String page, Map<String, String> fill) {
    String[] lines = filled(page, fill).split("\n", -1);
    String[] first = lines[0].split(" ", 3);
    assertThat(first[2]).isEqualTo("HTTP/1.1");
    WireRequest request = WireRequest.of(first[0], first[1]);
    for (int i = 1; i < lines.length && !lines[i].isBlank(); i++) {
      int colon = lines[i].indexOf(':');
      request = request.and(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
    }
    return request;
  }

  /** Sees that an answer is what the page prints: status, headers, elements and their order. */
  static void assertAnswer(WireAnswer answer, String page, Map<String, String> fill) {
    String[] parts = filled(page, fill).split("\n\n", 2);
    String[] lines = parts[0].split("\n", -1);
    assertThat(lines[0]).as("%s", answer).isEqualTo("HTTP/1.1 %d OK".formatted(answer.status()));
    Set<String> unexpected = new HashSet<>();
    answer.headers().keySet().forEach(name -> unexpected.add(name.toLowerCase(Locale.ROOT)));
    unexpected.removeAll(UNPRINTED);
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
      String value = answer.header(name).orElse("none");
      if (VARYING.containsKey(name)) {
        assertThat(value).as(name).matches(VARYING.get(name));
      } else {
        assertThat(value).as(name).isEqualTo(lines[i].substring(colon + 1).strip());
      }
      unexpected.remove(name);
    }
    assertThat(unexpected).as("headers that the page does not print").isEmpty();
    assertThat(squeezed(answer.text())).isEqualTo(parts.length < 2 ? "" : squeezed(parts[1]));
  }

  /** Blanks between elements mean nothing; some pages have them, some have not. */
  private static String squeezed(String document) {
    return document.replaceAll(">\\s+<", "><").strip();
  }

  private static String filled(String page, Map<String, String> fill) {
    String text = page.replaceAll("(?m) *#.*$", "");
    for (Map.Entry<String, String> entry : fill.entrySet()) {
      text = text.replace("<" + entry.getKey() + ">", entry.getValue());
    }
    return text.strip();
  }
}
