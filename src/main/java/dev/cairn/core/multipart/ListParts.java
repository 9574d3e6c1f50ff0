package dev.cairn.core.multipart;

import dev.cairn.core.Input;
import dev.cairn.model.ObjectKey;

/**
 * The parts of an upload in progress.
 *
 * @param after only parts of greater numbers
 */
public record ListParts(ObjectKey key, String uploadId, int after, int limit)
    implements Input<ListPartsResult> {}
