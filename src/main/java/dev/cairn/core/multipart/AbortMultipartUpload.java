package dev.cairn.core.multipart;

import dev.cairn.core.Input;
import dev.cairn.model.ObjectKey;

/** Ends an upload without an object. */
public record AbortMultipartUpload(ObjectKey key, String uploadId) implements Input<Void> {}
