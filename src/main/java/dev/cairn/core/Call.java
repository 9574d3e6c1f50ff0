package dev.cairn.core;

import dev.cairn.core.access.Ownership;
import dev.cairn.core.access.Rights;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
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
 * @param ownership whose the objects are that the call writes
 */
public record Call(
    Caller caller, Optional<Bucket> bucket, Optional<Bucket> sourceBucket, Ownership ownership) {
  /** One whose objects are its caller's. */
  public Call(Caller caller, Optional<Bucket> bucket, Optional<Bucket> sourceBucket) {
    this(caller, bucket, sourceBucket, Ownership.WRITER);
  }

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

  /** What the caller may do in the addressed bucket. */
  public Rights rights() {
    return new Rights(caller, inBucket());
  }

  /** What the caller may do in the bucket of the copy source. */
  public Rights sourceRights() {
    return new Rights(caller, inSourceBucket());
  }

  /**
   * Who owns an object that the call writes; empty: the bucket's owner, who also owns what nobody
   * signed.
   */
  public Optional<AccountId> writer() {
    return ownership == Ownership.BUCKET_OWNER || rights().owns()
        ? Optional.empty()
        : caller.findAccount().map(Account::id);
  }

  /** The caller's account, of an operation that nobody may do unnamed. */
  public Account account() {
    return known().account();
  }
}
