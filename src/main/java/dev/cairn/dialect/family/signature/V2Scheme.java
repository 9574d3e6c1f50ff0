package dev.cairn.dialect.family.signature;

import java.util.List;
import java.util.Set;

/**
 * The words in which the vendors' forms of signature V2 differ.
 *
 * @param word first of the Authorization header
 * @param keyParameter query name of the access key id
 * @param subResources query names that are signed; several lists where a vendor's page and its SDK
 *     differ: a signature over any of them holds
 * @param signsPrefixedParameters whether signers list query names that begin like the vendor's
 *     headers among the sub-resources, and leave out the {@code =} before an empty value
 */
public record V2Scheme(
    String word,
    String keyParameter,
    List<Set<String>> subResources,
    boolean signsPrefixedParameters) {
  public V2Scheme {
    subResources = List.copyOf(subResources);
  }

  /** AWS's own. */
  public static V2Scheme aws(Set<String> subResources) {
    return new V2Scheme("AWS", "AWSAccessKeyId", List.of(subResources), false);
  }
}
