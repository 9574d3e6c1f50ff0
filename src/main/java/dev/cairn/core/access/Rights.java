package dev.cairn.core.access;

import dev.cairn.model.Access;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import dev.cairn.model.Grant;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;
import dev.cairn.model.Upload;
import java.util.List;

/**
 * What a caller may do with a bucket and with what is in it. An owner may do everything with what
 * is theirs. The owner of a bucket may make and delete every object in it, but one that another
 * account owns is read by whom its access control list names.
 */
public record Rights(Caller caller, Bucket bucket) {
  /** Whether an operation that needs this may begin; objects and uploads are asked when found. */
  public boolean admits(Permission permission) {
    return switch (permission) {
      case READ_BUCKET -> may(Right.READ);
      case WRITE_BUCKET -> may(Right.WRITE);
      case READ_BUCKET_ACL -> may(Right.READ_ACP);
      case WRITE_BUCKET_ACL -> may(Right.WRITE_ACP);
      case OWN_BUCKET -> owns();
      case READ_OBJECT, READ_OBJECT_ACL, WRITE_OBJECT_ACL, OWN_UPLOAD -> true;
    };
  }

  /** Whether the bucket is the caller's. */
  public boolean owns() {
    return isCaller(bucket.owner().id());
  }

  /** Whether the caller has this right on the bucket. */
  public boolean may(Right right) {
    return owns() || includes(ofBucket(), right, false);
  }

  /** Whether the caller has this right on an object of the bucket. */
  public boolean may(Right right, StoredObject object) {
    AccountId owner = object.metadata().owner().orElse(bucket.owner().id());
    return isCaller(owner)
        || switch (object.metadata().acl()) {
          case Acl.Inherited inherited -> may(right);
          case Acl.Granted granted ->
              includes(granted.list(), right, false)
                  || (granted.delivered() && includes(ofBucket(), right, true));
          case Acl.Canned canned ->
              includes(canned.grants(owner, bucket.owner().id()), right, false)
                  || includes(ofBucket(), right, true);
        };
  }

  /**
   * Refuses a caller who lacks this right on an object of the bucket.
   *
   * @throws dev.cairn.model.FailureException {@link Failure.AccessDenied}
   */
  public void require(Right right, StoredObject object) {
    if (!may(right, object)) {
      throw new Failure.AccessDenied(right + " of the object is not granted").exception();
    }
  }

  /**
   * Refuses a caller who neither began the upload nor owns the bucket.
   *
   * @throws dev.cairn.model.FailureException {@link Failure.AccessDenied}
   */
  public void require(Upload upload) {
    if (!isCaller(upload.initiator().id()) && !owns()) {
      throw new Failure.AccessDenied("the upload is another account's").exception();
    }
  }

  /** What is said of an object that is not there: only who may list hears that it is not. */
  public Failure missing(ObjectKey key) {
    return may(Right.READ) && caller.isLeft(Access.list(bucket.name()))
        ? new Failure.NoSuchKey(key)
        : new Failure.AccessDenied("listing is not granted, and there may be no such object");
  }

  private boolean isCaller(AccountId account) {
    return caller.findAccount().filter(known -> known.id().equals(account)).isPresent();
  }

  private List<Grant> ofBucket() {
    return bucket.acl().grants(bucket.owner().id(), bucket.owner().id());
  }

  private boolean includes(List<Grant> grants, Right right, boolean deliveredOnly) {
    return grants.stream()
        .anyMatch(
            grant ->
                (grant.delivered() || !deliveredOnly)
                    && grant.right().includes(right)
                    && grant.grantee().means(caller));
  }
}
