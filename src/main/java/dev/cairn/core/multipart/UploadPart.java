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
 * @param announced checksums that the body's end will claim: they must be of the upload's kind
 * @param wanted digests to compute and keep whatever the client claims
 */
public record UploadPart(
    ObjectKey key,
    String uploadId,
    int partNumber,
    Set<DigestAlgorithm> announced,
    Set<DigestAlgorithm> wanted,
    Body body)
    implements Input<Part> {}
