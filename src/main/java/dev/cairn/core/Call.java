package dev.cairn.core;

import dev.cairn.model.Account;
import dev.cairn.model.Bucket;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import java.util.Optional;

/**
 * Who calls, and on what. The buckets are those that were authorised: handlers use their ids, so a
 * bucket that is deleted and made again in between is another one.
 *
 * @param bucket the addressed bucket; empty for operations on the service and for CreateBucket
 * @param sourceBucket the bucket of a copy source
 */
public record Call(Caller caller, Optional<Bucket> bucket, Optional<Bucket> sourceBucket) {
  /** The addressed bucket of an operation that has one. */
  public Bucket inBucket() {
    return bucket.orElseThrow();
  }

  public Bucket inSourceBucket() {
    return sourceBucket.orElseThrow();
  }

  /** Who calls, of an operation that nobody may do unnamed. */
  public Caller.Authenticated known() {
    if (caller instanceof Caller.Authenticated known) {
      return known;
    }
    throw new Failure.AccessDenied("anonymous caller").exception();
  }

  /** The caller's account, of an operation that nobody may do unnamed. */
  public Account account() {
    return known().account();
  }
}
