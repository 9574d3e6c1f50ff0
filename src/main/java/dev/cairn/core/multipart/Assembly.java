package dev.cairn.core.multipart;

import dev.cairn.model.Acl;
import dev.cairn.model.Checksum;
import dev.cairn.model.ETag;
import java.util.List;
import java.util.Optional;

/**
 * What an upload becomes.
 *
 * @param acl in place of the one that the initiator named
 * @param partNumbers of the parts that make the object, ascending
 */
public record Assembly(
    List<Integer> partNumbers, long size, ETag eTag, List<Checksum> checksums, Optional<Acl> acl) {
  public Assembly {
    partNumbers = List.copyOf(partNumbers);
    checksums = List.copyOf(checksums);
  }

  /** One whose access control list is its initiator's. */
  public Assembly(List<Integer> partNumbers, long size, ETag eTag, List<Checksum> checksums) {
    this(partNumbers, size, eTag, checksums, Optional.empty());
  }

  /** The same, with an access control list of its own. */
  public Assembly withAcl(Optional<Acl> other) {
    return new Assembly(partNumbers, size, eTag, checksums, other);
  }
}
