package dev.cairn.core.multipart;

import dev.cairn.model.Checksum;
import dev.cairn.model.ETag;
import java.util.List;

/**
 * What an upload becomes.
 *
 * @param partNumbers of the parts that make the object, ascending
 */
public record Assembly(List<Integer> partNumbers, long size, ETag eTag, List<Checksum> checksums) {
  public Assembly {
    partNumbers = List.copyOf(partNumbers);
    checksums = List.copyOf(checksums);
  }
}
