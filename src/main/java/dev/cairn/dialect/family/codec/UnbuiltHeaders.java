package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.Operation;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Headers that the vendor documents for an operation and that do not take effect here yet: they are
 * refused, never dropped. Names that the vendor does not document are ignored, as it does.
 */
public record UnbuiltHeaders(Map<Operation, List<Rule>> rules) {
  /**
   * One header.
   *
   * @param name in lower case; one that ends in {@code *} means all that begin so
   * @param harmless values that ask for nothing but what is done anyway
   * @param known values that the vendor documents; empty: any
   * @param unknown what another value fails with, given the header and the value
   */
  public record Rule(
      String name,
      Set<String> harmless,
      Set<String> known,
      BiFunction<String, String, Failure> unknown) {
    public Rule {
      harmless = Set.copyOf(harmless);
      known = Set.copyOf(known);
    }

    public Rule(String name, Set<String> harmless, Set<String> known) {
      this(
          name, harmless, known, (header, value) -> new Failure.InvalidArgument(header, value, ""));
    }

    /**
     * The header that asks for encryption.
     *
     * @param known the vendor's words for algorithms
     */
    public static Rule encryption(String name, Set<String> known) {
      return new Rule(
          name, Set.of(), known, (header, value) -> new Failure.InvalidEncryptionAlgorithm(value));
    }

    /** A header that is refused whatever its value. */
    public static Rule refused(String name) {
      return new Rule(name, Set.of(), Set.of());
    }

    boolean covers(String header) {
      return name.endsWith("*")
          ? header.startsWith(name.substring(0, name.length() - 1))
          : header.equals(name);
    }

    void check(String header, String value) {
      if (harmless.contains(value)) {
        return;
      }
      if (!known.isEmpty() && !known.contains(value)) {
        throw unknown.apply(header, value).exception();
      }
      throw new Failure.NotImplemented(header).exception();
    }
  }

  public UnbuiltHeaders {
    rules = Map.copyOf(rules);
  }

  /**
   * @throws dev.cairn.model.FailureException NotImplemented for the first header that asks for more
   *     than is built; InvalidArgument for a value that nobody knows
   */
  public void check(Operation operation, Headers headers) {
    List<Rule> ofOperation = rules.getOrDefault(operation, List.of());
    if (ofOperation.isEmpty()) {
      return;
    }
    for (String header : headers.names()) {
      for (Rule rule : ofOperation) {
        if (rule.covers(header)) {
          headers.all(header).forEach(value -> rule.check(header, value));
        }
      }
    }
  }
}
