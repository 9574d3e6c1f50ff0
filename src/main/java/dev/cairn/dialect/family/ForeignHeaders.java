package dev.cairn.dialect.family;

import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import java.util.Set;

/**
 * Refuses control headers of another vendor: they would look as if they took effect, and the
 * signature of this dialect need not cover them.
 *
 * @param prefixes of the other vendors' headers, in lower case
 * @param exempt names that proxies and SDKs add, in lower case; one that ends in {@code -} is a
 *     prefix
 */
public record ForeignHeaders(Set<String> prefixes, Set<String> exempt) {
  public ForeignHeaders {
    prefixes = Set.copyOf(prefixes);
    exempt = Set.copyOf(exempt);
  }

  /**
   * @throws dev.cairn.model.FailureException {@link Failure.InvalidArgument} for the first one
   */
  public void refuse(Headers headers) {
    for (String name : headers.names()) {
      if (hasPrefix(name) && !isExempt(name)) {
        throw new Failure.InvalidArgument(
                name, headers.first(name).orElse(""), "this header belongs to another dialect")
            .exception();
      }
    }
  }

  private boolean hasPrefix(String name) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private boolean isExempt(String name) {
    return exempt.stream().anyMatch(e -> e.endsWith("-") ? name.startsWith(e) : name.equals(e));
  }
}
