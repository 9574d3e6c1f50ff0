package dev.cairn.core.bucket;

import dev.cairn.core.Input;
import dev.cairn.model.StorageClass;

/** Sets the class of objects whose writer names none; those that are there keep theirs. */
public record PutBucketStorageClass(StorageClass storageClass) implements Input<Void> {}
