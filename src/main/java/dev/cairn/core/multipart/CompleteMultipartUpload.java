package dev.cairn.core.multipart;

import dev.cairn.core.Input;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.Acl;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Assembles the object of an upload; answers it.
 *
 * @param parts as the client listed them, or {@link #ALL}
 * @param minimumPartSize of every part but the last, in bytes
 * @param partsETag how the object's ETag is made
 * @param wanted digests of the whole to keep, if those of its parts give them
 * @param expectedSize of the whole, where the client says it
 * @param acl of the object, in place of the one that the initiator named
 * @param claimed the checksum of the whole, where the client says it
 */
public record CompleteMultipartUpload(
    ObjectKey key,
    String uploadId,
    List<ListedPart> parts,
    long minimumPartSize,
    PartsETag partsETag,
    Set<DigestAlgorithm> wanted,
    OptionalLong expectedSize,
    Optional<ClaimedChecksum> claimed,
    Optional<Checksum.Type> claimedType,
    WriteCondition condition,
    Optional<Acl> acl)
    implements Input<StoredObject> {
  /** In place of a list: every part that was received, in order of the numbers. */
  public static final List<ListedPart> ALL = List.of();

  /** One whose access control list is its initiator's. */
  public CompleteMultipartUpload(
      ObjectKey key,
      String uploadId,
      List<ListedPart> parts,
      long minimumPartSize,
      PartsETag partsETag,
      Set<DigestAlgorithm> wanted,
      OptionalLong expectedSize,
      Optional<ClaimedChecksum> claimed,
      Optional<Checksum.Type> claimedType,
      WriteCondition condition) {
    this(
        key,
        uploadId,
        parts,
        minimumPartSize,
        partsETag,
        wanted,
        expectedSize,
        claimed,
        claimedType,
        condition,
        Optional.empty());
  }

  /** A part as the client lists it. */
  public record ListedPart(int number, ETag eTag, Map<DigestAlgorithm, byte[]> checksums) {}

  /**
   * @param text as on the wire: base64, with {@code -N} for a composite
   */
  public record ClaimedChecksum(DigestAlgorithm algorithm, String text) {}

  public CompleteMultipartUpload {
    parts = List.copyOf(parts);
  }
}
