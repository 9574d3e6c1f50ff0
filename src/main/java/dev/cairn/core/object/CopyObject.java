package dev.cairn.core.object;

import dev.cairn.core.Granting;
import dev.cairn.model.Acl;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StorageClass;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Copies an object of the call's source bucket.
 *
 * @param metadata replaces the source's headers and user metadata; empty: the source's are copied
 * @param storageClass of the copy; the source's is not copied
 * @param tags replace the source's; empty: the source's are copied
 * @param redirect of the copy; the source's is not copied
 * @param acl of the copy; the source's is not copied
 * @param checksum to keep of the copy in place of the source's kinds
 * @param wanted digests of the copy to compute and keep whatever else is kept
 * @param rules what may be copied
 */
public record CopyObject(
    ObjectKey sourceKey,
    ReadConditions sourceConditions,
    ObjectKey key,
    Optional<ObjectMetadata> metadata,
    Optional<StorageClass> storageClass,
    Optional<SequencedMap<String, String>> tags,
    Optional<String> redirect,
    Acl acl,
    WriteCondition condition,
    Optional<DigestAlgorithm> checksum,
    Set<DigestAlgorithm> wanted,
    SourceRules rules)
    implements Granting<CopyResult> {
  @Override
  public CopyObject withAcl(Acl resolved) {
    return new CopyObject(
        sourceKey,
        sourceConditions,
        key,
        metadata,
        storageClass,
        tags,
        redirect,
        resolved,
        condition,
        checksum,
        wanted,
        rules);
  }
}
