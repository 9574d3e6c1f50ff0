package dev.cairn.model;

import dev.cairn.model.Grant.Right;
import dev.cairn.model.Grantee.Group;
import java.util.ArrayList;
import java.util.List;

/** The ready-made access control lists of all vendors. Each dialect has its words for some. */
public enum CannedAcl {
  PRIVATE,
  PUBLIC_READ,
  PUBLIC_READ_WRITE,
  /** On a bucket: its objects can be read by everyone as well (OBS). */
  PUBLIC_READ_DELIVERED,
  /** On a bucket: its objects can be read and written by everyone as well (OBS). */
  PUBLIC_READ_WRITE_DELIVERED,
  AUTHENTICATED_READ,
  /** Amazon's EC2 may read, which there is none of here: the owner alone. */
  AWS_EXEC_READ,
  BUCKET_OWNER_READ,
  BUCKET_OWNER_FULL_CONTROL,
  LOG_DELIVERY_WRITE;

  /** The owner's full control first, then what the word adds. */
  List<Grant> grants(AccountId owner, AccountId bucketOwner) {
    List<Grant> grants = new ArrayList<>();
    grants.add(new Grant(new Grantee.Known(owner), Right.FULL_CONTROL));
    if (this == BUCKET_OWNER_READ || this == BUCKET_OWNER_FULL_CONTROL) {
      if (!owner.equals(bucketOwner)) {
        grants.add(new Grant(new Grantee.Known(bucketOwner), rightOfBucketOwner()));
      }
    } else {
      grants.addAll(groups());
    }
    return grants;
  }

  private Right rightOfBucketOwner() {
    return this == BUCKET_OWNER_READ ? Right.READ : Right.FULL_CONTROL;
  }

  private List<Grant> groups() {
    return switch (this) {
      case PUBLIC_READ -> List.of(new Grant(Group.EVERYONE, Right.READ));
      case PUBLIC_READ_WRITE ->
          List.of(new Grant(Group.EVERYONE, Right.READ), new Grant(Group.EVERYONE, Right.WRITE));
      case PUBLIC_READ_DELIVERED -> List.of(new Grant(Group.EVERYONE, Right.READ, true));
      case PUBLIC_READ_WRITE_DELIVERED ->
          List.of(
              new Grant(Group.EVERYONE, Right.READ, true),
              new Grant(Group.EVERYONE, Right.WRITE, true));
      case AUTHENTICATED_READ -> List.of(new Grant(Group.AUTHENTICATED, Right.READ));
      case LOG_DELIVERY_WRITE ->
          List.of(
              new Grant(Group.LOG_DELIVERY, Right.WRITE),
              new Grant(Group.LOG_DELIVERY, Right.READ_ACP));
      case PRIVATE, AWS_EXEC_READ, BUCKET_OWNER_READ, BUCKET_OWNER_FULL_CONTROL -> List.of();
    };
  }
}
