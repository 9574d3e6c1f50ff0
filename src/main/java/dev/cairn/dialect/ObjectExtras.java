package dev.cairn.dialect;

import java.util.Optional;

/**
 * What not every vendor lets a writer say of an object.
 *
 * @param tags which tags it may have; empty: the dialect has none
 * @param redirects whether a website may send its readers elsewhere
 */
public record ObjectExtras(Optional<TagRules> tags, boolean redirects) {
  public static final ObjectExtras NONE = new ObjectExtras(Optional.empty(), false);

  public ObjectExtras(TagRules tags, boolean redirects) {
    this(Optional.of(tags), redirects);
  }
}
