package dev.cairn.protocol;

import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Failure;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The trailers that a head announces: only these may come, and all of them must.
 *
 * @param checksums the algorithm whose value each trailer carries; names in lower case
 */
public record AnnouncedTrailers(Map<String, DigestAlgorithm> checksums) {
  public AnnouncedTrailers {
    checksums = Map.copyOf(checksums);
  }

  /**
   * Reads the announcing header.
   *
   * @param announced its value: names separated by commas; empty where it was not sent
   * @param known the trailers that the dialect has, names in lower case
   * @throws dev.cairn.model.FailureException {@link Failure.InvalidRequest} for any other name
   */
  public static AnnouncedTrailers parse(
      Optional<String> announced, Map<String, DigestAlgorithm> known) {
    Map<String, DigestAlgorithm> checksums = new LinkedHashMap<>();
    for (String piece : announced.orElse("").split(",", -1)) {
      String name = piece.strip().toLowerCase(Locale.ROOT);
      if (name.isEmpty()) {
        continue;
      }
      DigestAlgorithm algorithm = known.get(name);
      if (algorithm == null) {
        throw new Failure.InvalidRequest("the announced trailer is not supported").exception();
      }
      checksums.put(name, algorithm);
    }
    return new AnnouncedTrailers(checksums);
  }
}
