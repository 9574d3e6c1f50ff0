package dev.cairn.dialect.family;

import dev.cairn.dialect.Recogniser.Evidence;
import dev.cairn.protocol.Headers;
import java.util.Optional;
import java.util.Set;

/**
 * The names of fields by which a dialect knows its forms.
 *
 * @param ofSignatures that only its signatures have, in lower case
 * @param prefix of its control fields
 */
public record FormFields(Set<String> ofSignatures, String prefix) {
  public FormFields {
    ofSignatures = Set.copyOf(ofSignatures);
  }

  /** Empty: the fields say nothing. */
  public Optional<Evidence> evidence(Headers fields) {
    boolean prefixed = false;
    for (String name : fields.names()) {
      if (ofSignatures.contains(name)) {
        return Optional.of(Evidence.SIGNATURE);
      }
      prefixed |= name.startsWith(prefix);
    }
    return prefixed ? Optional.of(Evidence.HEADER_PREFIX) : Optional.empty();
  }
}
