package dev.cairn.dialect.family.signature;

import dev.cairn.dialect.family.ForeignHeaders;
import dev.cairn.model.DigestAlgorithm;
import java.util.Map;
import java.util.Set;

/**
 * What a dialect that is signed with AWS's signatures adds to them, as data.
 *
 * @param headerPrefix of the headers that must be signed: {@code x-amz-}
 * @param unsignedPrefixes of those among them that need not be
 * @param subResources query names that V2 signs
 * @param trailers that a chunked body may carry, names in lower case
 * @param foreign headers that this dialect refuses
 */
public record AwsRules(
    V4Scheme v4,
    String headerPrefix,
    Set<String> unsignedPrefixes,
    Set<String> subResources,
    Map<String, DigestAlgorithm> trailers,
    ForeignHeaders foreign) {
  public AwsRules {
    unsignedPrefixes = Set.copyOf(unsignedPrefixes);
    subResources = Set.copyOf(subResources);
    trailers = Map.copyOf(trailers);
  }

  /** The full name of a header of the vendor's. */
  String header(String suffix) {
    return headerPrefix + suffix;
  }

  /**
   * Whether a header may only be sent signed.
   *
   * @param name in lower case
   */
  boolean mustBeSigned(String name) {
    return name.startsWith(headerPrefix) && unsignedPrefixes.stream().noneMatch(name::startsWith);
  }
}
