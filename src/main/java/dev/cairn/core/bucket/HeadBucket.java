package dev.cairn.core.bucket;

import dev.cairn.core.Input;
import dev.cairn.model.Bucket;

/** What the authorised bucket is; serves HeadBucket and GetBucketLocation. */
public record HeadBucket() implements Input<Bucket> {}
