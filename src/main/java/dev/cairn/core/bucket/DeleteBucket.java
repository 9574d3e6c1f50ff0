package dev.cairn.core.bucket;

import dev.cairn.core.Input;

/** Deletes the authorised bucket, which must hold no object. Uploads in progress go with it. */
public record DeleteBucket() implements Input<Void> {}
