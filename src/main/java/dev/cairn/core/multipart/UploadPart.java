package dev.cairn.core.multipart;

import dev.cairn.core.Input;
import dev.cairn.core.body.Body;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Part;
import java.util.Set;

/**
 * Receives a part; answers it.
 *
 * @param uploadId as the client wrote it
 */
public record UploadPart(
    ObjectKey key, String uploadId, int partNumber, Set<DigestAlgorithm> wanted, Body body)
    implements Input<Part> {}
