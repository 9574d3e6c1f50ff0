package dev.cairn.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.cairn.acceptance.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes texts and requests a little. Texts have one char for each byte. */
public final class Mutator {
  private static final int LONGEST = 60_000;

  private final Random random;

  public Mutator(Random random) {
    this.random = random;
  }

  public <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  public boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** Any bytes, as a text: a few changes at any place. */
  public String text(String text) {
    String changed = text;
    for (int i = random.nextInt(3); i >= 0; i--) {
      changed = change(changed);
    }
    return changed.length() > LONGEST ? changed.substring(0, LONGEST) : changed;
  }

  public byte[] bytes(byte[] bytes) {
    return text(new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1);
  }

  private String change(String text) {
    int at = random.nextInt(text.length() + 1);
    int end = at + random.nextInt(Math.min(text.length() - at, 40) + 1);
    String before = text.substring(0, at);
    return switch (random.nextInt(9)) {
      case 0 -> before + oneOf(Words.ODD) + text.substring(at);
      case 1 -> before + oneOf(Words.ODD) + text.substring(end);
      case 2 -> before + text.substring(end);
      case 3 -> before + text.substring(at, end).repeat(1 + random.nextInt(3)) + text.substring(at);
      case 4 -> before + text.substring(at, end).repeat(repetitions()) + text.substring(end);
      case 5 ->
          before + (char) random.nextInt(256) + text.substring(Math.min(at + 1, text.length()));
      case 6 -> before;
      case 7 -> number(text);
      default -> before + oneOf(Words.ODD).repeat(repetitions()) + text.substring(at);
    };
  }

  /** Sometimes a great many. */
  private int repetitions() {
    return oneIn(12) ? 1 + random.nextInt(8000) : 1 + random.nextInt(4);
  }

  /** One of the numbers in it becomes one that is too small, too large, or none. */
  private String number(String text) {
    List<int[]> numbers = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      int begin = i;
      while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        i++;
      }
      if (i > begin) {
        numbers.add(new int[] {begin, i});
      }
    }
    if (numbers.isEmpty()) {
      return text + oneOf(Words.NUMBERS);
    }
    int[] number = oneOf(numbers);
    return text.substring(0, number[0]) + oneOf(Words.NUMBERS) + text.substring(number[1]);
  }

  /** A request with a few changes; what cannot stand in a line of a head is left out of it. */
  public WireRequest request(WireRequest request, List<WireRequest> others) {
    WireRequest changed = request;
    for (int i = random.nextInt(3); i >= 0; i--) {
      changed = change(changed, others);
    }
    return changed;
  }

  private WireRequest change(WireRequest request, List<WireRequest> others) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> request.target(target(text(request.target())));
      case 2 -> request.target(target(request.target() + oneOf(Words.QUERIES)));
      case 3 -> request.target(oneOf(others).target());
      case 4 -> request.method(oneOf(Words.METHODS));
      case 5 -> request.with(oneOf(Words.HEADERS), value(text(oneOf(Words.VALUES))));
      case 6 -> request.bodyOnly(bytes(request.body()));
      case 7 -> request.bodyOnly(oneOf(others).body());
      default -> header(request, others);
    };
  }

  private WireRequest header(WireRequest request, List<WireRequest> others) {
    if (request.fields().isEmpty()) {
      return request;
    }
    WireRequest.Field field = oneOf(request.fields());
    return switch (random.nextInt(8)) {
      case 0 -> request.without(field.name());
      case 1 -> request.and(field.name(), value(text(field.value())));
      case 2 -> request.with(field.name(), oneOf(oneOf(others).fields()).value());
      case 3 -> request.without(field.name()).with(name(text(field.name())), field.value());
      default -> request.with(field.name(), value(text(field.value())));
    };
  }

  private static String target(String text) {
    return text.replaceAll("[\\x00-\\x20\\x7f-\\xff]", "").replaceFirst("^(?!/|http)", "/");
  }

  private static String value(String text) {
    return text.replaceAll("[\\r\\n\\x00]", "");
  }

  private static String name(String text) {
    String name = text.replaceAll("[^!#$%&'*+.^_`|~A-Za-z0-9-]", "");
    return name.isEmpty() ? "x" : name;
  }
}
