package dev.cairn.dialect.family.signature;

import dev.cairn.dialect.family.ForeignHeaders;
import dev.cairn.dialect.family.form.FormRules;
import dev.cairn.model.DigestAlgorithm;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a dialect that is signed with AWS's signatures, or with one made after their model, adds to
 * them, as data.
 *
 * @param v4 empty: the dialect has none
 * @param headerPrefix of the headers that must be signed: {@code x-amz-}
 * @param unsignedPrefixes of those among them that need not be
 * @param trailers that a chunked body may carry, names in lower case
 * @param foreign headers that this dialect refuses, and fields of forms
 * @param forms what is asked of signed forms
 */
public record AwsRules(
    V2Scheme v2,
    Optional<V4Scheme> v4,
    V4Habits habits,
    String headerPrefix,
    Set<String> unsignedPrefixes,
    Map<String, DigestAlgorithm> trailers,
    ForeignHeaders foreign,
    FormRules forms) {
  public AwsRules {
    unsignedPrefixes = Set.copyOf(unsignedPrefixes);
    trailers = Map.copyOf(trailers);
  }

  /** Forms as AWS has them. */
  public AwsRules(
      V2Scheme v2,
      Optional<V4Scheme> v4,
      V4Habits habits,
      String headerPrefix,
      Set<String> unsignedPrefixes,
      Map<String, DigestAlgorithm> trailers,
      ForeignHeaders foreign) {
    this(v2, v4, habits, headerPrefix, unsignedPrefixes, trailers, foreign, FormRules.AWS);
  }

  /**
   * AWS's signatures as they are.
   *
   * @param subResources query names that V2 signs
   */
  public AwsRules(
      V4Scheme v4,
      String headerPrefix,
      Set<String> unsignedPrefixes,
      Set<String> subResources,
      Map<String, DigestAlgorithm> trailers,
      ForeignHeaders foreign) {
    this(
        V2Scheme.aws(subResources),
        Optional.of(v4),
        V4Habits.AWS,
        headerPrefix,
        unsignedPrefixes,
        trailers,
        foreign);
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
