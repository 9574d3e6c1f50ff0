package dev.cairn.core.multipart;

import dev.cairn.core.Input;
import dev.cairn.core.object.CopyResult;
import dev.cairn.core.object.ReadConditions;
import dev.cairn.model.ByteRange;
import dev.cairn.model.ObjectKey;
import java.util.Optional;

/**
 * Makes a part of an object of the call's source bucket, or of a range of it, which must lie wholly
 * within.
 *
 * @param uploadId as the client wrote it
 * @param maximumBytes the largest source, or range of it, that may become a part
 */
public record UploadPartCopy(
    ObjectKey sourceKey,
    ReadConditions sourceConditions,
    Optional<ByteRange> sourceRange,
    ObjectKey key,
    String uploadId,
    int partNumber,
    long maximumBytes)
    implements Input<CopyResult> {}
