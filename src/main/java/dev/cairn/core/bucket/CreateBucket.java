package dev.cairn.core.bucket;

import dev.cairn.core.Input;
import dev.cairn.model.BucketName;

/**
 * Makes a bucket of the caller's.
 *
 * @param region location constraint, empty where none was given
 */
public record CreateBucket(BucketName name, String region) implements Input<CreateBucketResult> {}
