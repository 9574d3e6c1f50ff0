package dev.cairn.core.object;

import dev.cairn.core.Input;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import java.util.Optional;
import java.util.Set;

/**
 * Copies an object of the call's source bucket.
 *
 * @param metadata replaces the source's; empty: the source's is copied
 * @param wanted digests of the copy to compute
 */
public record CopyObject(
    ObjectKey sourceKey,
    ReadConditions sourceConditions,
    ObjectKey key,
    Optional<ObjectMetadata> metadata,
    Optional<dev.cairn.model.StorageClass> storageClass,
    WriteCondition condition,
    Set<DigestAlgorithm> wanted)
    implements Input<CopyResult> {}
