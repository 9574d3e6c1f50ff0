package dev.cairn.core.object;

import dev.cairn.model.Bucket;
import dev.cairn.model.Checksum;
import dev.cairn.model.ETag;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StoredContent;
import java.util.List;

/**
 * An object that was received as a whole and is to appear under its key.
 *
 * @param kind not {@link ObjectKind.Multipart}
 */
public record Publication(
    Bucket bucket,
    ObjectKey key,
    ObjectId id,
    StoredContent content,
    ETag eTag,
    ObjectMetadata metadata,
    List<Checksum> checksums,
    WriteCondition condition,
    ObjectKind kind) {
  public Publication {
    checksums = List.copyOf(checksums);
  }

  /** Of a normal object. */
  public Publication(
      Bucket bucket,
      ObjectKey key,
      ObjectId id,
      StoredContent content,
      ETag eTag,
      ObjectMetadata metadata,
      List<Checksum> checksums,
      WriteCondition condition) {
    this(bucket, key, id, content, eTag, metadata, checksums, condition, ObjectKind.NORMAL);
  }
}
