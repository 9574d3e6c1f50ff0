package dev.cairn.core.object;

import java.util.List;

/**
 * One page of a listing.
 *
 * @param items in byte order of their keys
 * @param commonPrefixes in byte order
 * @param truncated there is more beyond {@code last}
 * @param last the last key or common prefix of the page; empty for an empty page
 */
public record Listing<T>(
    List<T> items, List<String> commonPrefixes, boolean truncated, String last) {
  public Listing {
    items = List.copyOf(items);
    commonPrefixes = List.copyOf(commonPrefixes);
  }
}
