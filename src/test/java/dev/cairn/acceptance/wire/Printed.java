package dev.cairn.acceptance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Requests and answers as a vendor's pages print them. What stands in angle brackets is filled in,
 * what follows a hash sign is the page's comment.
 *
 * @param varying headers of the samples that every answer has its own of, in lower case, and their
 *     form
 * @param unprinted what an answer has besides: it is HTTP
 */
public record Printed(Map<String, String> varying, Set<String> unprinted) {
  public static final String DATE =
      "[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT";

  /** The request, but for its signature. */
  public static WireRequest request(String page, Map<String, String> fill) {
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
  public void assertAnswer(WireAnswer answer, String page, Map<String, String> fill) {
    String[] parts = filled(page, fill).split("\n\n", 2);
    String[] lines = parts[0].split("\n", -1);
    assertThat(lines[0]).as("%s", answer).isEqualTo("HTTP/1.1 %d OK".formatted(answer.status()));
    Set<String> unexpected = new HashSet<>();
    answer.headers().keySet().forEach(name -> unexpected.add(name.toLowerCase(Locale.ROOT)));
    unexpected.removeAll(unprinted);
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
      assertHeader(answer, name, lines[i].substring(colon + 1).strip());
      unexpected.remove(name);
    }
    assertThat(unexpected).as("headers that the page does not print").isEmpty();
    assertThat(squeezed(answer.text())).isEqualTo(parts.length < 2 ? "" : squeezed(parts[1]));
  }

  private void assertHeader(WireAnswer answer, String name, String printed) {
    String value = answer.header(name).orElse("none");
    if (name.equals("content-length")) {
      assertThat(value).as(name).isEqualTo(Integer.toString(answer.body().length));
    } else if (varying.containsKey(name)) {
      assertThat(value).as(name).matches(varying.get(name));
    } else {
      assertThat(value).as(name).isEqualTo(printed);
    }
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
