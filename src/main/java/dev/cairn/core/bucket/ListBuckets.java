package dev.cairn.core.bucket;

import dev.cairn.core.Input;

/**
 * The caller's buckets.
 *
 * @param after only names beyond this one; empty for all
 * @param limit at least 1
 */
public record ListBuckets(String prefix, String after, int limit)
    implements Input<ListBucketsResult> {}
