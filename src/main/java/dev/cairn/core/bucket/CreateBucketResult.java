package dev.cairn.core.bucket;

import dev.cairn.model.Bucket;

/**
 * @param created false when the caller owned the bucket already: each dialect answers that in its
 *     own way
 */
public record CreateBucketResult(Bucket bucket, boolean created) {}
