package dev.cairn.core.bucket;

import dev.cairn.model.Account;
import dev.cairn.model.Bucket;
import java.util.List;

/**
 * @param truncated there are more, after the last of these
 */
public record ListBucketsResult(Account owner, List<Bucket> buckets, boolean truncated) {}
