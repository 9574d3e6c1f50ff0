package dev.cairn.core.object;

import dev.cairn.model.Checksum;
import dev.cairn.model.ETag;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectMetadata;
import java.util.List;

/**
 * What an object becomes by an append.
 *
 * @param id of an object that is begun; one that is there keeps its own
 * @param appends how often it has then been appended to
 * @param md5 of the bytes that are added
 * @param metadata of one that is there, its headers and user metadata may change
 */
public record Growth(
    ObjectId id,
    ETag eTag,
    ObjectMetadata metadata,
    List<Checksum> checksums,
    int appends,
    byte[] md5) {
  public Growth {
    checksums = List.copyOf(checksums);
  }
}
