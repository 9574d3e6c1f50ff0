package dev.cairn.core.multipart;

import dev.cairn.core.Input;
import dev.cairn.core.object.CopyResult;
import dev.cairn.core.object.RangeMisfit;
import dev.cairn.core.object.ReadConditions;
import dev.cairn.core.object.SourceRules;
import dev.cairn.model.ByteRange;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ObjectKey;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a part of an object of the call's source bucket, or of a range of it.
 *
 * @param misfit what becomes of a range that does not lie within
 * @param uploadId as the client wrote it
 * @param wanted digests of the part to compute and keep
 * @param rules what may become a part
 */
public record UploadPartCopy(
    ObjectKey sourceKey,
    ReadConditions sourceConditions,
    Optional<ByteRange> sourceRange,
    RangeMisfit misfit,
    ObjectKey key,
    String uploadId,
    int partNumber,
    Set<DigestAlgorithm> wanted,
    SourceRules rules)
    implements Input<CopyResult> {}
